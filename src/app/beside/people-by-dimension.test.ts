import { describe, expect, it } from 'vitest';
import { reportOf, traffic } from '../../../tests/beside-pages';
import { besideShop, PEOPLE } from '../../../tests/beside-shop';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { orderedAtLeast } from '../../../tests/ordered-at-least';
import { wilsonInterval } from '../../stats/proportions/wilson-interval';

describe('people by a dimension of the page', () => {
  it('are those of whom the same is held, counted against a plain count of the files', async () => {
    const memory = await besideShop();
    const table = await reportOf(memory, traffic());
    const [dimension] = table.dimensions;
    expect(dimension?.ofPeople?.en).toBe('Acquisition source / Acquisition medium');
    const often = await memory.engine.saveSegment({
      name: 'often',
      description: '',
      rule: orderedAtLeast(4),
    });
    const found = await memory.engine.besidePeople({
      lookId: table.lookId,
      dimension: dimension?.id ?? '',
      values: ['google / cpc', 'newsletter / email', '(direct) / (none)', 'ceneo.pl / referral'],
      segmentIds: [often.id, 'own:gone'],
    });
    expect(found.segments.map(({ id }) => id)).toEqual([often.id]);
    const known = PEOPLE.filter(({ source }) => source !== '');
    expect([found.population, found.known]).toEqual([PEOPLE.length, known.length]);
    const expected = ['google', 'Newsletter', '(direct)', 'ceneo.pl'].map((source) => {
      const mine = PEOPLE.filter((p) => p.source === source);
      return [mine.length, mine.filter((p) => p.orders >= 4).length];
    });
    expect(found.values.map(({ people }) => people)).toEqual(expected.map(([people]) => people));
    const [ofGoogle] = found.values;
    const cell = ofGoogle?.cells[0];
    if (cell?.state !== 'value') throw new Error('no value');
    const [people = 0, hits = 0] = expected[0] ?? [];
    expect([cell.numerator, cell.denominator]).toEqual([hits, people]);
    expect(cell.interval).toEqual(wilsonInterval(hits, people));
    const rest = known.filter((p) => p.source !== 'google');
    expect(cell.base).toEqual({
      value: rest.filter((p) => p.orders >= 4).length / rest.length,
      n: rest.length,
    });
    expect(found.values[3]?.cells[0]).toMatchObject({ state: 'none' });
    // The rule names the same people to anybody else who asks.
    const saved = await memory.engine.saveSegment({ name: 'cpc', description: '', rule: ofGoogle!.rule });
    const { total } = await memory.engine.members({ segmentId: saved.id, asOf: null, offset: 0, limit: 1 });
    expect(total).toBe(people);
  });

  it('know one country by its several names', async () => {
    const memory = memoryEngine();
    await importFiles(
      memory.engine,
      new File(
        ['Customer ID,E-mail,Country\n1,a@x.pl,PL\n2,b@x.pl,Poland\n3,c@x.pl,Germany\n4,d@x.pl,\n'],
        'people.csv',
      ),
    );
    const table = await reportOf(memory, {
      columns: ['Kraj', 'Sesje'],
      rows: [
        ['Polska', '10'],
        ['Niemcy', '5'],
      ],
    });
    expect(table.dimensions[0]?.ofPeople).not.toBeNull();
    const found = await memory.engine.besidePeople({
      lookId: table.lookId,
      dimension: table.dimensions[0]?.id ?? '',
      values: ['Polska', 'Niemcy'],
      segmentIds: [],
    });
    expect(found.values.map(({ people }) => people)).toEqual([2, 1]);
    expect(found.known).toBe(3);
  });

  it('are not asked after where nothing of the kind is held', async () => {
    const memory = await besideShop();
    const table = await reportOf(memory, {
      columns: ['City', 'Sessions'],
      rows: [
        ['Łódź', '7'],
        ['Ełk', '5'],
      ],
    });
    expect(table.dimensions[0]?.ofPeople).toBeNull();
  });
});
