import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../tests/dataset-of';
import { fullShop } from '../../tests/full-shop';
import { parseIso } from '../core/time/calendar';
import { scopeOf } from './engine/scope';
import { evaluateRule } from './evaluate-rule';
import { LIBRARY, libraryFor } from './library';
import { Profile } from './profile';
import { parseRule } from './rule/parse-rule';
import { SEGMENT_KINDS } from './segment';
import { ruleSentence } from './sentence/rule-sentence';

const asOf = parseIso('2024-12-31') as number;
const at = { asOf, currency: null };
const context = { ...at, segment: () => null, reportId: null };

describe('the library', () => {
  const full = fullShop();
  const { segments, missing } = libraryFor(full, at);

  it('takes in every file of its folder, and each entry once', () => {
    const files = readdirSync(resolve(import.meta.dirname, 'library')).filter((f) => !f.endsWith('.test.ts'));
    const kinds = new Set(LIBRARY.map(({ kind }) => kind));
    expect(files.map((f) => f.replace('.ts', '')).sort()).toEqual([...kinds].sort());
    expect(new Set(LIBRARY.map(({ id }) => id)).size).toBe(LIBRARY.length);
    for (const { id } of LIBRARY) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('has every one of its segments ready where every field is held, of every kind', () => {
    expect(missing.map(({ id }) => id)).toEqual([]);
    const kinds = new Set(segments.map(({ kind }) => kind));
    expect(SEGMENT_KINDS.filter((kind) => kind !== 'own' && !kinds.has(kind))).toEqual([]);
    expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length);
  });

  it('makes one by its id as it stands among all, and none that there is not', () => {
    for (const { id } of segments) {
      const one = libraryFor(full, at).segment(id);
      expect(one, id).toEqual(segments.find((s) => s.id === id));
    }
    for (const id of ['library:no-such', 'library:country:Nowhere', 'report:no:such:value', 'own:1', ''])
      expect(libraryFor(full, at).segment(id), id).toBeNull();
  });

  it('is the same whether tuned a step at a time or at once', () => {
    const stepwise = libraryFor(full, at);
    for (const _ of stepwise.tuning());
    expect(stepwise.segments).toEqual(segments);
    expect(stepwise.missing).toEqual(missing);
  });

  it('makes rules that are valid, run, and read in both languages', () => {
    for (const { id, rule, grain, name, description, colour, thresholds } of segments) {
      expect(parseRule(JSON.parse(JSON.stringify(rule))), id).toEqual(rule);
      const reportId = grain === 'aggregate' ? 'r1' : null;
      const found = evaluateRule(full, rule, { ...context, reportId });
      expect(found.in.and(found.unknown).count()).toBe(0);
      expect(colour >= 0 && colour <= 7 && Number.isInteger(colour)).toBe(true);
      for (const text of [
        name,
        description,
        ruleSentence(rule),
        ...thresholds.flatMap((t) => [t.label, t.from]),
      ]) {
        expect(text.en, id).not.toMatch(/undefined|NaN|null/);
        expect(text.pl, id).not.toMatch(/undefined|NaN|null/);
      }
      for (const { value, n } of thresholds) {
        expect(Number.isFinite(value), id).toBe(true);
        expect(n, id).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('says what to collect for each segment it can’t make', () => {
    for (const dataset of [
      datasetOf({}),
      datasetOf({ orders: [{ person: 'a', time: '2024-05-01', total: 5 }] }),
    ]) {
      const found = libraryFor(dataset, at);
      const made = new Set(found.segments.map(({ id }) => id.split(':').slice(0, 2).join(':')));
      const profile = new Profile(scopeOf(dataset, asOf, null));
      for (const { id } of LIBRARY.filter((entry) => entry.isOn?.(profile) !== false))
        expect(made.has(`library:${id}`) !== found.missing.some((m) => m.id === `library:${id}`), id).toBe(
          true,
        );
      for (const { needs } of found.missing) {
        expect(needs.en).toMatch(/\.$/);
        expect(needs.pl).toMatch(/\.$/);
      }
    }
    expect(libraryFor(datasetOf({}), at).segments).toEqual([]);
  });

  it('parts buyers into the ten RFM groups, and heavy, medium and light users', () => {
    const size = (id: string) => {
      const found = segments.find((s) => s.id === id);
      if (found === undefined) throw new Error(id);
      return evaluateRule(full, found.rule, context).in;
    };
    const groups = segments.filter(({ rule }) => rule.kind === 'rfm').map(({ id }) => size(id));
    expect(groups).toHaveLength(10);
    expect(groups.reduce((n, g) => n + g.count(), 0)).toBe(groups.reduce((a, b) => a.or(b)).count());
    const [heavy, medium, light] = ['heavy', 'medium', 'light'].map((l) => size(`library:${l}-use`));
    expect(heavy?.and(medium ?? heavy).count()).toBe(0);
    expect(medium?.and(light ?? medium).count()).toBe(0);
    expect(size('library:one-time').or(size('library:repeat')).count()).toBe(
      groups.reduce((a, b) => a.or(b)).count(),
    );
  });

  it('makes segments of the largest values of a report, ranked by its first count', () => {
    const reports = segments.filter(({ grain }) => grain === 'aggregate').map(({ id }) => id);
    expect(reports).toEqual([
      'report:r1:source:google',
      'report:r1:source:(direct)',
      'report:r1:device:desktop',
      'report:r1:device:mobile',
      'report:r1:device:tablet',
    ]);
  });

  it('keeps ids and colours whatever the rest of the data', () => {
    const other = libraryFor(datasetOf({ orders: [{ person: 'a', time: '2024-05-01', total: 5 }] }), at);
    for (const segment of other.segments) {
      const same = segments.find(({ id }) => id === segment.id);
      expect(same?.colour, segment.id).toBe(segment.colour);
    }
  });

  it('tunes thresholds to the data as of the day asked, not to what came later', () => {
    const orders: OrderRow[] = ['2024-01-01', '2024-01-11', '2024-01-21', '2024-12-01'].map((time) => ({
      person: 'a',
      time,
    }));
    const silent = (day: string) =>
      libraryFor(datasetOf({ orders }), { asOf: parseIso(day) as number, currency: null }).segments.find(
        ({ id }) => id === 'library:silent',
      )?.thresholds[0];
    expect(silent('2024-02-01')).toMatchObject({ value: 30, unit: 'days', n: 2 });
    expect(silent('2024-12-31')).toMatchObject({ value: 30, n: 3 });
  });
});
