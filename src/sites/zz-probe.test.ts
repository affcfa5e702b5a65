import { readdirSync } from 'node:fs';
import { it } from 'vitest';
import { proposalsOfFixture } from '../../tests/proposals-of';
it('probe', async () => {
  for (const f of (readdirSync('fixtures/exports', { recursive: true, encoding: 'utf8' }) as string[]).filter((f) => /\.\w+$/.test(f)).sort()) {
    const { survey, tables } = await proposalsOfFixture(f);
    console.log(`\n=== ${f} ${survey.dialect.delimiter} ${survey.encoding.name}`);
    for (const p of tables) {
      const t = survey.tables[p.tableIndex]!;
      console.log(`--- [${t.index}] ${t.title} rows ${t.rows} totals ${t.totals.length} range ${t.dateRange?.from} prop=${t.property} => ${p.mapping.table} ${p.mapping.recogniser} ${p.how} keep ${p.keep} ${p.why ?? ''} rows=${p.mapping.orderRows} cancels=${p.mapping.cancels.orderIdPrefix} ${p.mapping.cancels.statuses.length} cur=${p.mapping.currency}`);
      console.log(p.mapping.columns.map((c) => {
        const tg = c.target; const s = t.columns[c.source]!;
        const to = tg.kind === 'field' ? tg.field : tg.kind === 'metric' ? `m:${tg.id}/${tg.unit}` : tg.kind === 'dimension' ? `d:${tg.id}` : tg.kind;
        return `   ${c.header} -> ${to} [${Object.values(c.reading).join(' ')}] mis ${s.misfitCount} alt ${s.alternatives.length}`;
      }).join('\n'));
    }
  }
});
