import { useMemo, useRef, useState } from 'preact/hooks';
import { classNames } from '../parts/class-names';
import { SEGMENT_SHAPES, segmentPlace } from '../parts/segment-shapes';
import { canvasMeasure } from './fit-text';
import './flow-chart.css';
import {
  type FlowLayout,
  type FlowNode,
  type FlowPicture,
  flowLayout,
  type PlacedNode,
} from './flow-picture';
import { useWidth } from './use-width';

/**
 * People flowing from states on the left to states on the right, ribbons as thick as there are people. One tab stop:
 * arrows walk the ribbons, Enter or a click picks one.
 */
export function FlowChart(props: {
  readonly picture: FlowPicture;
  readonly picked: string | null;
  readonly onPick: (key: string) => void;
  readonly label: string;
  /** Said while no ribbon is pointed at. */
  readonly hint: string;
}) {
  const { picture, picked } = props;
  const [box, width] = useWidth<HTMLDivElement>();
  const [active, setActive] = useState<string | null>(null);
  const ribbons = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => {
    if (width === null) return null;
    const family = box.current ? getComputedStyle(box.current).fontFamily : 'sans-serif';
    return flowLayout(picture, Math.max(240, width), `13px ${family}`, canvasMeasure);
  }, [picture, width]);

  const keys = picture.ribbons.map(({ key }) => key);
  const stop = keys.includes(active ?? '')
    ? active
    : keys.includes(picked ?? '')
      ? picked
      : (keys[0] ?? null);
  const shown = picture.ribbons.find(({ key }) => key === active);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = keys.indexOf(stop ?? '');
    const to =
      event.key === 'ArrowDown' || event.key === 'ArrowRight'
        ? (at + 1) % keys.length
        : event.key === 'ArrowUp' || event.key === 'ArrowLeft'
          ? (at - 1 + keys.length) % keys.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? keys.length - 1
              : null;
    if (to !== null) {
      event.preventDefault();
      ribbons.current?.querySelector<SVGElement>(`[data-flow="${CSS.escape(keys[to] ?? '')}"]`)?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && stop !== null) {
      event.preventDefault();
      props.onPick(stop);
    }
  };

  return (
    <div class="flow-chart" ref={box}>
      <p class="flow-said" aria-hidden="true">
        {shown?.label ?? props.hint}
      </p>
      {layout && width !== null && (
        // biome-ignore lint/a11y/useSemanticElements: a picture of buttons, not fields of a form.
        <svg
          ref={ribbons}
          class="flow-picture"
          role="group"
          aria-label={props.label}
          width={Math.max(240, width)}
          height={layout.height}
          onKeyDown={onKeyDown}
          onMouseLeave={() => setActive(null)}
        >
          {picture.ribbons.map((ribbon, i) => {
            const from = picture.left[ribbon.from];
            return (
              // biome-ignore lint/a11y/useSemanticElements: there are no buttons in SVG.
              <path
                key={ribbon.key}
                data-flow={ribbon.key}
                class={classNames(
                  'flow-ribbon',
                  tone(from),
                  active !== null && active !== ribbon.key && 'flow-faint',
                  picked === ribbon.key && 'flow-picked',
                )}
                d={layout.paths[i]}
                role="button"
                tabindex={ribbon.key === stop ? 0 : -1}
                aria-label={ribbon.label}
                aria-pressed={picked === ribbon.key}
                onMouseEnter={() => setActive(ribbon.key)}
                onFocus={() => setActive(ribbon.key)}
                onBlur={() => setActive(null)}
                onClick={() => props.onPick(ribbon.key)}
              >
                <title>{ribbon.label}</title>
              </path>
            );
          })}
          <Side nodes={layout.left} layout={layout} width={Math.max(240, width)} side="left" />
          <Side nodes={layout.right} layout={layout} width={Math.max(240, width)} side="right" />
        </svg>
      )}
    </div>
  );
}

function Side(props: {
  readonly nodes: readonly PlacedNode[];
  readonly layout: FlowLayout;
  readonly width: number;
  readonly side: 'left' | 'right';
}) {
  const { nodes, layout, width, side } = props;
  const left = side === 'left';
  const barX = left ? layout.leftX : layout.rightX;
  const labelX = left ? 0 : width - layout.labelWidth;
  return (
    <g>
      {nodes.map(({ node, name, y, height, labelY }) => (
        <g key={node.key} class={tone(node)}>
          <rect class="flow-bar" x={barX} y={y} width={layout.barWidth} height={height} />
          {node.colour !== null && (
            <path
              class="flow-mark"
              d={SEGMENT_SHAPES[segmentPlace(node.colour)] ?? ''}
              transform={`translate(${labelX} ${labelY - 6})`}
            />
          )}
          <text class="flow-name" x={labelX + 18} y={labelY + 4.5}>
            <title>{`${node.name}: ${node.detail}`}</title>
            {name}
          </text>
          <text class="flow-count" x={labelX + layout.labelWidth} y={labelY + 4.5} text-anchor="end">
            {node.detail}
          </text>
        </g>
      ))}
    </g>
  );
}

function tone(node: FlowNode | undefined): string {
  if (!node) return '';
  return node.colour === null ? `flow-${node.kind}` : `seg-${segmentPlace(node.colour)}`;
}
