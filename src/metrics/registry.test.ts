import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METRICS } from './registry';

const src = resolve(import.meta.dirname, '..');
const all = [...METRICS.person, ...METRICS.aggregate];

describe('the metrics', () => {
  it('have an id each, in kebab case', () => {
    const ids = all.map((m) => m.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('say in both languages what they are and what is over what', () => {
    for (const { id, label, definition, numerator, denominator, measure } of all) {
      for (const text of [label, definition, numerator, denominator ?? label]) {
        expect(text.en.length, id).toBeGreaterThan(2);
        expect(text.pl.length, id).toBeGreaterThan(2);
        expect(`${text.en}${text.pl}`, id).not.toMatch(/ {2}|undefined/);
      }
      expect(denominator === null, id).toBe(measure.kind === 'total');
    }
  });

  it('take each file of families/ in, and nothing else names them', () => {
    const families = readdirSync(resolve(src, 'metrics/families'));
    for (const file of families) {
      const ids = [
        ...readFileSync(resolve(src, 'metrics/families', file), 'utf8').matchAll(/\bid: '([^']+)'/g),
      ];
      for (const [, id] of ids) expect(all.map((m) => m.id)).toContain(id);
    }
    const hyphened = all.map((m) => m.id).filter((id) => id.includes('-'));
    const named = ['metrics', 'compare', 'export', 'i18n', 'protocol'].flatMap((folder) =>
      readdirSync(resolve(src, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith('families'))
        // Some metrics have words of their own in sentences; any other is said by its label.
        .filter((path) => !/(?:^|\/)(?:segment-)?sentences\.ts$/.test(path))
        .flatMap((path) => {
          const text = readFileSync(resolve(src, folder, path), 'utf8');
          return hyphened.filter((id) => text.includes(`'${id}'`)).map((id) => `${folder}/${path}: ${id}`);
        }),
    );
    expect(named).toEqual([]);
  });

  it('stand in the order of their families', () => {
    const ids = METRICS.person.map((m) => m.id);
    expect(ids.slice(0, 3)).toEqual(['customers', 'share', 'revenue']);
    expect(ids.at(-1)).toBe('median-days-between-orders');
  });
});
