import { SegmentMark } from '../parts/segment-mark';

/** Names beside their marks; null colour is the dashed line of the base. */
export function ChartLegend(props: {
  readonly items: readonly { readonly key: string; readonly name: string; readonly colour: number | null }[];
}) {
  return (
    <div class="chart-legend text-s" aria-hidden="true">
      {props.items.map((item) => (
        <span class="chart-legend-item" key={item.key}>
          {item.colour === null ? <span class="chart-legend-line" /> : <SegmentMark colour={item.colour} />}
          <span class="cut data" dir="auto">
            {item.name}
          </span>
        </span>
      ))}
    </div>
  );
}
