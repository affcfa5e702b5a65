import fc from 'fast-check';
import Parser from 'node-sql-parser';
import { describe, expect, it } from 'vitest';
import { heldData } from '../src/app/held-data';
import { sampleFiles } from '../src/app/sample/sample-files';
import type { Dataset } from '../src/core/dataset';
import { evaluateRule } from '../src/segments/evaluate-rule';
import { libraryFor } from '../src/segments/library';
import { populationAt } from '../src/segments/population';
import { asksForecast } from '../src/segments/rule/asks-forecast';
import type { Rule } from '../src/segments/rule/rule';
import { segmentSql } from '../src/segments/sql/segment-sql';
import { sqlTables } from '../src/segments/sql/sql-tables';
import { datasetOf } from './dataset-of';
import { duckMembers, type Member } from './duckdb-members';
import { importFiles, memoryEngine } from './memory-engine';
import { moment, rule, world } from './random-rules';

function engineMembers(
  dataset: Dataset,
  r: Rule,
  asOf: number,
  segment: (id: string) => Rule | null = () => null,
  currency = 'USD',
): Map<number, Member> {
  const found = evaluateRule(dataset, r, { asOf, currency, segment, reportId: null });
  const out = new Map<number, Member>();
  populationAt(dataset, asOf).forEach((p) => {
    out.set(p, found.in.has(p) ? 'in' : found.unknown.has(p) ? 'unknown' : 'out');
  });
  return out;
}

async function sampleLibrary() {
  const { engine, store } = memoryEngine();
  await importFiles(engine, ...sampleFiles());
  const { dataset } = await heldData(store).current();
  const asOf = (dataset.coverage?.to ?? 0) - 20 * 86_400_000;
  const { segments } = libraryFor(dataset, { asOf, currency: 'PLN' });
  return { dataset, segments: segments.filter((s) => s.grain === 'person') };
}

const listed = (members: ReadonlyMap<number, Member>) => [...members].sort(([a], [b]) => a - b);

describe('a rule in DuckDB over the exported tables', () => {
  it('holds for exactly the people it holds for here, whatever the rule and the data', async () => {
    let asked = 0;
    for (const w of fc.sample(world, { numRuns: 50, seed: 5 })) {
      const dataset = datasetOf(w);
      const duck = await duckMembers(dataset, 'USD');
      try {
        const rules = fc.sample(fc.tuple(rule, moment), { numRuns: 50, seed: 100 + asked });
        for (const [r, asOf] of rules) {
          const theirs = await duck.ask(r, asOf);
          if (theirs === null) continue;
          expect({ r, asOf, members: listed(theirs) }).toEqual({
            r,
            asOf,
            members: listed(engineMembers(dataset, r, asOf)),
          });
          asked++;
        }
      } finally {
        duck.close();
      }
    }
    expect(asked).toBeGreaterThan(2_000);
  }, 600_000);

  it('holds for the members of every ready segment of a shop', async () => {
    const { dataset, segments } = await sampleLibrary();
    const asOf = (dataset.coverage?.to ?? 0) - 20 * 86_400_000;
    const duck = await duckMembers(dataset, 'PLN');
    const segment = (id: string) => segments.find((s) => s.id === id)?.rule ?? null;
    const foretold: string[] = [];
    try {
      for (const { id, rule: r } of segments) {
        const theirs = await duck.ask(r, asOf, segment);
        // A fitted model has no SQL, and says so.
        if (asksForecast(r, segment)) {
          foretold.push(id);
          expect(theirs).toBeNull();
          continue;
        }
        expect(theirs === null ? null : { id, members: listed(theirs) }).toEqual({
          id,
          members: listed(engineMembers(dataset, r, asOf, segment, 'PLN')),
        });
      }
    } finally {
      duck.close();
    }
    expect(foretold.length).toBe(3);
    expect(segments.length).toBeGreaterThan(50);
  }, 300_000);
});

describe('a rule in BigQuery’s SQL', () => {
  const parser = new Parser.Parser();
  const parses = (r: Rule, dataset: Dataset, asOf: number, segment: (id: string) => Rule | null) => {
    const said = segmentSql(r, 'bigquery', {
      tables: sqlTables(dataset),
      asOf,
      currency: 'PLN',
      units: 100,
      segment,
    });
    if (said.kind !== 'sql') return;
    const message = (() => {
      try {
        parser.astify(said.sql, { database: 'bigquery' });
        return null;
      } catch (error) {
        return `${(error as Error).message}\n${said.sql}`;
      }
    })();
    expect(message).toBeNull();
  };

  it('is read by a parser that knows the dialect', async () => {
    for (const w of fc.sample(world, { numRuns: 4, seed: 8 })) {
      const dataset = datasetOf(w);
      for (const [r, asOf] of fc.sample(fc.tuple(rule, moment), { numRuns: 30, seed: 3 })) {
        parses(r, dataset, asOf, () => null);
      }
    }
    const { dataset, segments } = await sampleLibrary();
    const segment = (id: string) => segments.find((s) => s.id === id)?.rule ?? null;
    for (const { rule: r } of segments) parses(r, dataset, dataset.coverage?.to ?? 0, segment);
  }, 300_000);

  it('says which part of a rule has no words', () => {
    const list: Rule = { kind: 'list', people: [{ phone: '+48 600 100 200' }] };
    const said = segmentSql({ kind: 'any', rules: [list] }, 'bigquery', {
      tables: sqlTables(datasetOf({})),
      asOf: 0,
      currency: null,
      units: 100,
      segment: () => null,
    });
    expect(said).toEqual({ kind: 'unsayable', rule: list, why: 'phone-list' });
  });
});
