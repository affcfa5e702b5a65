import type { ComparisonRequest } from '../../compare/comparison';
import type { EngineClient } from '../../protocol/engine-api';
import { sampleFiles } from '../sample/sample-files';

export interface SelfTestResult {
  readonly claim: string;
  readonly ok: boolean;
  readonly found: unknown;
}

/**
 * Walks the main road with the real engine of this browser: files, import, segments, comparison, CSV, deletion.
 * Expected figures are counted here from the raw text, apart from the engine.
 */
export async function selfTest(engine: EngineClient): Promise<SelfTestResult[]> {
  const results: SelfTestResult[] = [];
  const claim = (text: string, ok: boolean, found: unknown) => results.push({ claim: text, ok, found });
  try {
    await walk(engine, claim);
  } catch (error) {
    claim('nothing is thrown on the way', false, String(error));
  }
  return results;
}

async function walk(
  engine: EngineClient,
  claim: (text: string, ok: boolean, found: unknown) => void,
): Promise<void> {
  const files = sampleFiles();
  const raw = await countOrders((await files[0]?.text()) ?? '');

  const before = await engine.state(undefined);
  claim('a fresh profile holds nothing', before.people === 0 && before.captures.length === 0, before.people);

  const surveyed = [];
  for (const file of files) surveyed.push(...(await engine.survey({ file })));
  claim(
    'every sample file has one table',
    surveyed.every((s) => s.survey.tables.length === 1),
    surveyed.map((s) => s.survey.tables.length),
  );
  claim(
    'every sample file is recognised',
    surveyed.every((s) => s.proposals[0]?.how !== 'guessed' || s.survey.name.includes('engagement')),
    surveyed.map((s) => s.proposals[0]?.mapping.recogniser),
  );

  const report = await engine.importTables({
    tables: surveyed.flatMap((s) =>
      s.proposals.map((p) => ({ surveyId: s.surveyId, tableIndex: p.tableIndex, mapping: p.mapping })),
    ),
  });
  claim(
    'rows in = kept + refused',
    report.rowsSeen === report.rowsKept + report.rowsRefused && report.rowsSeen > 0,
    report.rowsSeen,
  );

  const state = await engine.state(undefined);
  claim('all customers are people', state.people === 1600, state.people);
  claim('all orders are there', state.orders === raw.orders, { engine: state.orders, raw: raw.orders });

  const catalog = await engine.segments({ asOf: null, currency: null });
  const ready = catalog.segments.filter((s) => s.segment.grain === 'person' && s.size !== 0);
  claim('ready segments have people in them', ready.length >= 20, ready.length);

  const request: ComparisonRequest = {
    grain: 'person',
    segmentIds: ready.slice(0, 5).map((s) => s.segment.id),
    metricIds: [],
    asOf: null,
    measured: { kind: 'held' },
    baseSegmentId: null,
    currency: null,
    reportId: null,
  };
  const comparison = await engine.compare(request);
  const revenue = comparison.everyone[comparison.metrics.findIndex((m) => m.id === 'revenue')];
  claim(
    'revenue of everyone is the sum of the file',
    revenue?.state === 'value' && Math.abs(revenue.value - raw.revenueMinor) < 1,
    { engine: revenue, raw: raw.revenueMinor },
  );

  const csv = await engine.exportComparison({ comparison, format: { locale: 'pl', dialect: 'excel-pl' } });
  claim('a Polish Excel CSV begins with a BOM', csv.bytes[0] === 0xef && csv.bytes[1] === 0xbb, csv.name);

  const large = await largeFile(files[0] as File);
  const [read] = await engine.survey({ file: large.file });
  const rows = read?.survey.tables[0]?.rows;
  claim('a large file is read whole', rows === large.rows, { engine: rows, raw: large.rows });
  if (read !== undefined) await engine.releaseSurvey({ surveyId: read.surveyId });

  const first = report.captures[0];
  const after = first ? await engine.deleteCapture({ captureId: first.id }) : state;
  claim(
    'a deleted capture is gone',
    after.captures.every((c) => c.id !== first?.id),
    after.captures.length,
  );
  const nothing = await engine.deleteEverything(undefined);
  claim(
    'deleting everything leaves nothing',
    nothing.people === 0 && nothing.captures.length === 0,
    nothing.people,
  );
}

/** The same rows over and over: large enough for a second worker. */
async function largeFile(file: File): Promise<{ readonly file: File; readonly rows: number }> {
  const [head = '', ...lines] = (await file.text()).trim().split('\n');
  const copies = Math.ceil(6e6 / file.size);
  const parts = [head];
  for (let copy = 0; copy < copies; copy++)
    for (const line of lines) parts.push(line.replace('#', `#${copy}-`));
  return { file: new File([parts.join('\n')], 'large.csv'), rows: copies * lines.length };
}

/** From the raw text: all order numbers, and the totals less refunds of those not voided, in minor units. */
function countOrders(csv: string): { orders: number; revenueMinor: number } {
  const [head = '', ...lines] = csv.trim().split('\n');
  const at = (name: string) => head.split(',').indexOf(name);
  const [total, refunded, status] = [at('Total'), at('Refunded Amount'), at('Financial Status')];
  let orders = 0;
  let revenueMinor = 0;
  for (const line of lines) {
    const cells = line.split(',');
    if (cells[total] === '') continue;
    orders += 1;
    if (cells[status] === 'voided') continue;
    revenueMinor += Math.round(Number(cells[total]) * 100) - Math.round(Number(cells[refunded]) * 100);
  }
  return { orders, revenueMinor };
}
