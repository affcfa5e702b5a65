import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { en } from '../../i18n/en/compare';
import { pl } from '../../i18n/pl/compare';
import { Button } from '../parts/button';
import { copyTable } from '../parts/copy-table';
import { textOf } from '../state/text';
import './chart-figure.css';
import { ChartTable, type ChartTableData } from './chart-table';
import type { VectorOf } from './saving/save-picture';
import { SavePictureMenu } from './saving/save-picture-menu';

const words = textOf({ en, pl });

/** A chart with its heading, its notes, and the same numbers as a table, one key (T) or one button away. */
export function ChartFigure(props: {
  readonly title: string;
  readonly subtitle?: ComponentChildren;
  /** The chart in a sentence, for those who hear it. */
  readonly sentence: string;
  readonly table: ChartTableData;
  readonly children: ComponentChildren;
  readonly tools?: ComponentChildren;
  readonly notes?: readonly string[];
  /** Already a heading elsewhere. */
  readonly level?: 2 | 3;
  readonly stale?: boolean;
  /** One of many small ones: no more than the switch to its table. */
  readonly small?: boolean;
  /** Its marks take the focus themselves. */
  readonly interactive?: boolean;
  /** The picture as a drawing, where what is shown is a canvas. */
  readonly vector?: VectorOf;
}) {
  const [asTable, setAsTable] = useState(false);
  const figure = useRef<HTMLElement>(null);
  const id = useId();
  const t = words.value.figure;
  const Heading = props.level === 3 ? 'h3' : 'h2';

  const copy = async () => {
    const lines = [
      props.table.columns.map((c) => (c.unit ? `${c.header} (${c.unit})` : c.header)),
      ...props.table.rows.map((row) => row.cells.map((cell) => cell.text)),
    ];
    await copyTable(lines, t);
  };

  return (
    <figure
      ref={figure}
      class={props.stale ? 'chart-figure chart-stale' : 'chart-figure'}
      aria-labelledby={id}
      onKeyDown={(event) => {
        const target = event.target;
        if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
        if (target instanceof HTMLElement && target.closest('input, select, textarea')) return;
        event.preventDefault();
        setAsTable(!asTable);
      }}
    >
      <div class={props.small ? 'chart-head chart-head-small' : 'chart-head'}>
        <div class="chart-heading">
          <Heading id={id}>{props.title}</Heading>
          {props.subtitle !== undefined && <p class="ink-soft text-s">{props.subtitle}</p>}
        </div>
        <div class="chart-tools">
          {props.tools}
          {!asTable && !props.small && (
            <SavePictureMenu
              figure={figure}
              title={props.title}
              notes={props.notes ?? []}
              vector={props.vector ?? null}
            />
          )}
          {!asTable && !props.small && (
            <Button kind="quiet" size="s" onClick={() => void copy()}>
              {t.copy}
            </Button>
          )}
          <Button kind="quiet" size="s" onClick={() => setAsTable(!asTable)}>
            {asTable ? t.asChart : t.asTable}
            {!props.small && (
              <span class="chart-key" aria-hidden="true">
                T
              </span>
            )}
          </Button>
        </div>
      </div>
      {asTable ? (
        <ChartTable data={props.table} />
      ) : props.interactive ? (
        <fieldset class="chart-body" aria-label={`${props.sentence} ${t.key}.`}>
          {props.children}
        </fieldset>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart takes focus so that its key can be pressed on it.
        <div class="chart-body" role="img" aria-label={`${props.sentence} ${t.key}.`} tabIndex={0}>
          {props.children}
        </div>
      )}
      {!asTable && props.notes && props.notes.length > 0 && (
        <figcaption class="chart-notes text-s ink-soft">{props.notes.join(' ')}</figcaption>
      )}
    </figure>
  );
}
