import { useEffect, useState } from 'preact/hooks';
import type { Movement } from '../../../../compare/movement/movement';
import { formatDay, formatNumber } from '../../../../i18n/format';
import type { Segment } from '../../../../segments/segment';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { asOf, reportingCurrency } from '../../../state/settings';
import { labelText } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import './movement.css';
import { SizesFigure } from './sizes-figure';
import { words } from './words';

/** A segment's past: its size at the end of every month, and what changed since the last capture. */
export function SegmentHistory(props: { readonly segment: Segment }) {
  const { segment } = props;
  const t = words.value;
  const dataVersion = workspace.value?.dataVersion;
  if (dataVersion === undefined) return null;
  return (
    <section class="segment-part">
      <h3>{t.sizes.title}</h3>
      <SinceLastCapture segment={segment} dataVersion={dataVersion} />
      <SizesFigure
        level={3}
        height={220}
        title={labelText(segment.name)}
        locale={locale.value}
        request={{
          segmentIds: [segment.id],
          asOf: asOf.value,
          exclusive: false,
          currency: reportingCurrency.value,
          dataVersion,
        }}
      />
    </section>
  );
}

function SinceLastCapture(props: { readonly segment: Segment; readonly dataVersion: number }) {
  const { segment, dataVersion } = props;
  const [since, setSince] = useState<Movement | null>(null);
  const at = asOf.value;
  const currency = reportingCurrency.value;
  useEffect(() => {
    const controller = new AbortController();
    setSince(null);
    engine()
      .sinceLastCapture({ segmentId: segment.id, asOf: at, currency }, { signal: controller.signal })
      .then(
        (answer) => {
          if (!controller.signal.aborted) setSince(answer);
        },
        // The size itself says what is wrong with the segment.
        () => undefined,
      );
    return () => controller.abort();
  }, [segment.id, segment.version, at, currency, dataVersion]);
  if (!since) return null;

  const t = words.value.since;
  const lang = locale.value;
  const number = (v: number) => formatNumber(lang, v);
  const flow = (from: number, to: number) =>
    since.flows.find((f) => f.from === from && f.to === to)?.people ?? 0;
  // States: the segment, out of it, can't be told, not there yet.
  const [inside, outside, unknown, absent] = [0, 1, 2, 3] as const;
  const facts = [
    [t.stayed, flow(inside, inside)],
    [t.joined, flow(outside, inside) + flow(unknown, inside)],
    [t.joinedNew, flow(absent, inside)],
    [t.left, flow(inside, outside)],
    [t.untold, flow(inside, unknown)],
  ] as const;
  return (
    <div class="since">
      <p class="strong">{t.title(formatDay(lang, since.request.from))}</p>
      <p>{t.change(number(since.states[inside]?.from ?? 0), number(since.states[inside]?.to ?? 0))}</p>
      <dl class="since-facts">
        {facts
          .filter(([label, n]) => n > 0 || label !== t.untold)
          .map(([label, n]) => (
            <div key={label}>
              <dt class="ink-soft text-s">{label}</dt>
              <dd class="num">{number(n)}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
