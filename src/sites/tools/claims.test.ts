import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proposalsOfFixture } from '../../../tests/proposals-of';
import { EXPORT_RECOGNISERS } from '../export-recognisers';

const exports = resolve(import.meta.dirname, '../../../fixtures/exports');
const folders = readdirSync(exports).filter((name) => statSync(join(exports, name)).isDirectory());
const files = folders.flatMap((folder) =>
  readdirSync(join(exports, folder)).map((file) => `${folder}/${file}`),
);

/** Folders whose files are nobody's: read by what stands in them. */
const NOBODYS = new Set(['generic', 'olist']);
/** Of the shape a tool gives its lists. */
const SHAPED = new Map([['generic/contacts-en.csv', 'hubspot']]);

describe('the made-up exports', () => {
  it.each(files)('%s is claimed by its own tool and by no other', async (path) => {
    const { survey, tables } = await proposalsOfFixture(path);
    const folder = SHAPED.get(path) ?? path.split('/')[0] ?? '';
    const context = { file: survey, pageTool: null };
    for (const table of survey.tables) {
      const claims = EXPORT_RECOGNISERS.map((r) => ({
        id: r.id,
        tool: r.tool,
        sure: r.claim(table, context),
      }));
      for (const { sure } of claims) expect(sure >= 0 && sure <= 1).toBe(true);
      const sure = claims.filter((claim) => claim.sure >= 0.5);
      const best = Math.max(0, ...sure.map((claim) => claim.sure));
      const winners = [...new Set(sure.filter((claim) => claim.sure === best).map((claim) => claim.tool))];
      expect(winners.length).toBeLessThanOrEqual(1);
      if (NOBODYS.has(folder)) expect(winners).toEqual([]);
      else if (tables[table.index]?.keep === true) expect(winners).toEqual([folder]);
    }
  });

  it.each(files)('%s is mapped column by column, each once, none forgotten', async (path) => {
    const { survey, tables } = await proposalsOfFixture(path);
    for (const table of survey.tables) {
      const mapped = tables[table.index]?.mapping.columns.map((c) => c.source).sort((a, b) => a - b);
      expect(mapped).toEqual(table.columns.map((c) => c.index));
    }
  });
});
