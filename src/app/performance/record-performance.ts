import { comparedCurrency, type SegmentMembers } from '../../compare/compare-people';
import { chosenMetrics } from '../../compare/measure/chosen-metrics';
import { measureWholes } from '../../compare/measure/measure-wholes';
import { measuredSpan } from '../../compare/measure/measured-span';
import type { Figure, PerformanceRecord, SegmentPerformance } from '../../core/performance-record';
import { turn } from '../../core/turn';
import { METRICS } from '../../metrics/registry';
import { populationAt } from '../../segments/population';
import { asksForecast } from '../../segments/rule/asks-forecast';
import type { EngineContext } from '../engine-context';
import { FEWEST_PEOPLE, KEY_METRICS, MEASURED_DAYS } from './key-metrics';

const KEY = 'performance:';
/** Segments measured between two turns of the worker: more of them part people into too many strata. */
const AT_ONCE = 6;

/** All that was recorded, oldest first. */
export async function performanceRecords({ store }: EngineContext): Promise<readonly PerformanceRecord[]> {
  const records = await store.records<PerformanceRecord>('snapshots').all();
  return [...records]
    .flatMap(([key, record]) => (key.startsWith(KEY) ? [record] : []))
    .sort((a, b) => a.dataVersion - b.dataVersion);
}

/** Records how every segment does as the data stands now, once a version of the data. */
export async function recordPerformance(context: EngineContext): Promise<void> {
  const { store, held, now } = context;
  const { root } = await held.current();
  const key = `${KEY}${root.dataVersion}`;
  if ((root.summary?.people ?? 0) === 0) return;
  const records = store.records<PerformanceRecord>('snapshots');
  if ((await records.all()).has(key)) return;

  const { dataset, catalog } = await context.catalogAt(null, null);
  const request = { asOf: catalog.asOf, measured: { kind: 'last', days: MEASURED_DAYS } } as const;
  const span = measuredSpan(dataset, request, now());
  const currency = comparedCurrency(dataset, { currency: null });
  const metrics = chosenMetrics(METRICS.person, KEY_METRICS);
  // A forecast is made for who asks for it, and nobody has asked.
  const people = catalog.segments.filter(
    ({ grain, rule }) => grain === 'person' && !asksForecast(rule, catalog.ruleOf),
  );
  const segments: SegmentPerformance[] = [];
  for (let i = 0; i < people.length; i += AT_ONCE) {
    const members = people
      .slice(i, i + AT_ONCE)
      .map((segment): SegmentMembers => ({ segment, members: catalog.members(segment) }));
    const measured = measureWholes(dataset, span, currency, metrics, members).segments;
    members.forEach(({ segment, members: { in: inside, unknown } }, s) => {
      const size = inside.count();
      const figures: Record<string, Figure> = {};
      if (size >= FEWEST_PEOPLE)
        measured[s]?.forEach((of, m) => {
          const id = metrics[m]?.id;
          if (of.state !== 'value' || id === undefined) return;
          const { value, n, interval } = of;
          figures[id] = { value, n, lo: interval?.lo ?? null, hi: interval?.hi ?? null };
        });
      const { id, name, version } = segment;
      segments.push({ id, name, version, size, unknown: unknown.count(), figures });
    });
    await turn();
  }

  // Under the writers' lock: what was deleted meanwhile must not come back as figures of it.
  await store.write(new AbortController().signal, async (writer) => {
    if (writer.root.dataVersion !== root.dataVersion) return;
    await records.put(key, {
      format: 1,
      dataVersion: root.dataVersion,
      takenAt: now(),
      asOf: catalog.asOf,
      period: { from: span.from, to: span.to },
      currency,
      population: populationAt(dataset, catalog.asOf).count(),
      segments,
    });
  });
}
