import { useLayoutEffect, useRef } from 'preact/hooks';
import { SEGMENT_SHAPES, segmentPlace } from '../parts/segment-shapes';
import { canvasMeasure, fitText } from './fit-text';
import './upset-plot.css';
import { useWidth } from './use-width';

export interface UpsetSet {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  readonly size: number;
  readonly sizeText: string;
}

export interface UpsetPart {
  readonly key: string;
  /** Ids of the sets it is in. */
  readonly inside: readonly string[];
  readonly count: number;
  readonly countText: string;
  /** What a screen reader says: which sets, how many. */
  readonly label: string;
}

const ROW = 28;
const BARS = 150;
const LABEL = 18;

/**
 * Exclusive parts of overlapping sets: a bar a part, under it the sets it is in (A. Lex et al. (2014), UpSet). The parts
 * are a list: arrows, Home and End walk it, Enter and a click pick one.
 */
export function UpsetPlot(props: {
  readonly label: string;
  readonly sets: readonly UpsetSet[];
  readonly parts: readonly UpsetPart[];
  readonly picked: string | null;
  readonly onPick: (key: string) => void;
}) {
  const { sets, parts, picked } = props;
  const [box, width] = useWidth<HTMLDivElement>();
  const list = useRef<SVGGElement>(null);
  const walked = useRef(false);
  const at = Math.max(
    0,
    parts.findIndex((part) => part.key === picked),
  );

  useLayoutEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    const column = list.current?.children[at];
    if (column instanceof SVGElement) column.focus();
  }, [picked]);

  const names = Math.round(Math.min(220, Math.max(112, (width ?? 600) * 0.28)));
  const sizes = Math.round(Math.min(110, Math.max(64, (width ?? 600) * 0.12)));
  const left = names + sizes + 16;
  const font = `12px ${fontFamily()}`;
  const widest = Math.max(0, ...parts.map((part) => canvasMeasure(part.countText, font)));
  const step = Math.max(30, Math.ceil(widest) + 10);
  const most = Math.max(1, ...parts.map((part) => part.count));
  const largest = Math.max(1, ...sets.map((set) => set.size));
  const height = LABEL + BARS + 8 + sets.length * ROW;
  const rowY = (i: number) => LABEL + BARS + 8 + i * ROW;

  const onKeyDown = (event: KeyboardEvent) => {
    const last = parts.length - 1;
    const to =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? Math.min(last, at + 1)
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? Math.max(0, at - 1)
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? last
              : event.key === 'Enter' || event.key === ' '
                ? at
                : null;
    if (to === null) return;
    const part = parts[to];
    if (!part) return;
    event.preventDefault();
    walked.current = true;
    props.onPick(part.key);
  };

  return (
    <div ref={box} class="upset">
      {width !== null && (
        <>
          <svg class="upset-sets" width={left} height={height} aria-hidden="true">
            {sets.map((set, i) => {
              const bar = ((sizes - 8) * set.size) / largest;
              return (
                <g key={set.id} transform={`translate(0 ${rowY(i)})`}>
                  <g class={`seg-${segmentPlace(set.colour)}`}>
                    <path
                      class="upset-mark"
                      d={SEGMENT_SHAPES[segmentPlace(set.colour)] ?? ''}
                      transform="translate(0 8)"
                    />
                    <rect class="upset-bar" x={left - 8 - bar} y={18} width={bar} height={4} rx={1} />
                  </g>
                  <text class="upset-name" x={18} y={17}>
                    {fitText(set.name, names - 22, font, canvasMeasure)}
                    <title>{set.name}</title>
                  </text>
                  <text class="upset-count" x={left - 8} y={14} text-anchor="end">
                    {set.sizeText}
                  </text>
                </g>
              );
            })}
          </svg>
          <div
            class="upset-scroller"
            role="listbox"
            aria-label={props.label}
            aria-orientation="horizontal"
            tabIndex={-1}
            onKeyDown={onKeyDown}
          >
            <svg width={parts.length * step + 4} height={height} role="presentation">
              {sets.map((set, i) =>
                i % 2 === 0 ? (
                  <rect key={set.id} class="upset-stripe" x={0} y={rowY(i)} width="100%" height={ROW} />
                ) : null,
              )}
              <line class="upset-base" x1={0} x2="100%" y1={LABEL + BARS + 0.5} y2={LABEL + BARS + 0.5} />
              <g ref={list}>
                {parts.map((part, i) => {
                  const bar = Math.max(1, (BARS * part.count) / most);
                  const x = i * step + step / 2 + 2;
                  const rows = sets.flatMap((set, row) => (part.inside.includes(set.id) ? [row] : []));
                  return (
                    <g
                      key={part.key}
                      class="upset-part"
                      role="option"
                      aria-label={part.label}
                      aria-selected={part.key === picked}
                      tabindex={i === at ? 0 : -1}
                      onClick={() => props.onPick(part.key)}
                    >
                      <rect class="upset-ground" x={i * step + 2} y={0} width={step} height={height} rx={4} />
                      <rect
                        class="upset-column"
                        x={x - Math.min(9, step / 2 - 6)}
                        y={LABEL + BARS - bar}
                        width={Math.min(18, step - 12)}
                        height={bar}
                        rx={1}
                      />
                      <text class="upset-count" x={x} y={LABEL + BARS - bar - 5} text-anchor="middle">
                        {part.countText}
                      </text>
                      {rows.length > 1 && (
                        <line
                          class="upset-link"
                          x1={x}
                          x2={x}
                          y1={rowY(rows[0] ?? 0) + ROW / 2}
                          y2={rowY(rows.at(-1) ?? 0) + ROW / 2}
                        />
                      )}
                      {sets.map((set, row) => {
                        const inside = part.inside.includes(set.id);
                        return (
                          <circle
                            key={set.id}
                            class={inside ? `upset-in seg-${segmentPlace(set.colour)}` : 'upset-out'}
                            cx={x}
                            cy={rowY(row) + ROW / 2}
                            r={inside ? 6 : 3.5}
                          />
                        );
                      })}
                    </g>
                  );
                })}
              </g>
            </svg>
          </div>
        </>
      )}
    </div>
  );
}

let family: string | undefined;

function fontFamily(): string {
  family ??= getComputedStyle(document.body).fontFamily;
  return family;
}
