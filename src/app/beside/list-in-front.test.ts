import { describe, expect, it } from 'vitest';
import { besideRead, type ShownTable } from '../../../tests/beside-pages';
import { besideShop, PEOPLE } from '../../../tests/beside-shop';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';

describe('a list of customers in front', () => {
  const list = (rows: ShownTable['rows']): ShownTable => ({
    tool: 'generic',
    columns: ['Name', 'E-mail', 'Phone', 'City'],
    rows,
  });

  it('is matched as joining would, and put beside everybody', async () => {
    const memory = await besideShop();
    const names = [0, 1, 2, 7, 7].map((i) => ['Jan Kowalski', ` C${i}@Example.com`, '', 'Łódź']);
    const table = await memory.engine.besideTable(
      besideRead(list([...names, ['Nobody', 'who@else.org', '', 'Ełk'], ['Keyless', '', '', 'Ełk']])),
    );
    expect([table.is, table.keys]).toEqual(['list', ['email', 'phone']]);
    const found = await memory.engine.besideListed({ lookId: table.lookId, segmentIds: [] });
    expect(found).toMatchObject({
      rows: 7,
      known: 5,
      notHeld: 1,
      withoutKey: 1,
      ambiguous: 0,
      contradicted: 0,
      people: 4,
      population: PEOPLE.length,
      matchedBy: [{ by: 'email', rows: 5 }],
    });
    // Of the ready groups each customer is in one.
    expect(found.segments.reduce((sum, s) => sum + s.listed.in, 0)).toBe(4);
    for (const s of found.segments) {
      expect(s.listed.in + s.listed.out + s.listed.unknown).toBe(4);
      const { total } = await memory.engine.members({ segmentId: s.id, asOf: null, offset: 0, limit: 400 });
      expect(s.everyone.in).toBe(total);
    }
    const { rows, total } = await memory.engine.besideRows({
      lookId: table.lookId,
      segmentIds: [],
      sort: 'orders',
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(7);
    const orders = rows.map(({ match }) => (match.is === 'known' ? match.person.orders : null));
    const plain = [0, 1, 2, 7, 7].map((i) => PEOPLE[i]?.orders ?? 0).sort((a, b) => b - a);
    expect(orders).toEqual([...plain, null, null]);
    expect(rows[0]).toMatchObject({ says: 'Jan Kowalski' });
  });

  it('does not take a phone for a proof across addresses, as joining does not', async () => {
    const memory = memoryEngine();
    await importFiles(
      memory.engine,
      new File(
        ['E-mail,Phone,Name\na@x.pl,+48600100200,Ann\nb@x.pl,+48600100300,Bob\nc@x.pl,+48600100300,Cyd\n'],
        'people.csv',
      ),
    );
    const table = await memory.engine.besideTable(
      besideRead(
        list([
          ['Ann', 'A@x.pl', '600 100 999', ''],
          ['Ann too', '', '+48 600 100 200', ''],
          ['Not Ann', 'other@x.pl', '+48 600 100 200', ''],
          ['Bob or Cyd', '', '+48 600 100 300', ''],
        ]),
      ),
    );
    const found = await memory.engine.besideListed({ lookId: table.lookId, segmentIds: [] });
    expect(found).toMatchObject({ known: 2, contradicted: 1, ambiguous: 1, people: 1 });
    expect(found.matchedBy).toEqual([
      { by: 'email', rows: 1 },
      { by: 'phone', rows: 1 },
    ]);
  });

  it('says so where nothing in it tells who is meant', async () => {
    const memory = await besideShop();
    const table = await memory.engine.besideTable(
      besideRead({
        tool: 'generic',
        columns: ['First name', 'Last name', 'Company'],
        rows: [
          ['Jan', 'Nowak', 'X'],
          ['Ewa', 'Nowak', 'Y'],
        ],
      }),
    );
    expect(table.is).toBe('nothing');
  });

  it('is forgotten when it is let go', async () => {
    const memory = await besideShop();
    const table = await memory.engine.besideTable(besideRead(list([['Jan', 'c0@example.com', '', '']])));
    await memory.engine.forgetBeside({ lookId: table.lookId });
    await expect(memory.engine.besideListed({ lookId: table.lookId, segmentIds: [] })).rejects.toMatchObject({
      code: 'import/source-gone',
    });
  });
});
