import type { ComponentChildren } from 'preact';
import './heat-matrix.css';

export interface HeatCell {
  readonly text: string;
  /** Softly under it: what it is of. */
  readonly of?: string;
  /** 0–1, how strong its ground is; null stays plain. */
  readonly heat: number | null;
  /** The cell said in full. */
  readonly label: string;
  readonly onOpen?: () => void;
  readonly pressed?: boolean;
}

/** Rows × columns of numbers, each on a ground as strong as it is large; cells that open are buttons. */
export function HeatMatrix(props: {
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly { readonly key: string; readonly name: ComponentChildren }[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: ComponentChildren;
    readonly cells: readonly HeatCell[];
  }[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="heat-scroller" tabIndex={0} aria-label={props.caption}>
      <table class="heat-matrix">
        <caption class="only-read">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.corner}</th>
            {props.columns.map((column) => (
              <th scope="col" key={column.key}>
                <span class="heat-column">{column.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, i) => {
                const { onOpen, of, heat } = cell;
                const body = (
                  <>
                    <span>{cell.text}</span>
                    {of !== undefined && <span class="heat-of">{of}</span>}
                  </>
                );
                return (
                  <td
                    key={props.columns[i]?.key ?? i}
                    class="heat-cell"
                    title={cell.label}
                    {...(heat === null
                      ? {}
                      : { style: { '--heat': `${Math.round(100 * Math.max(0, Math.min(1, heat)))}%` } })}
                  >
                    {onOpen ? (
                      <button
                        type="button"
                        class="heat-open"
                        aria-label={cell.label}
                        aria-pressed={cell.pressed ?? false}
                        onClick={onOpen}
                      >
                        {body}
                      </button>
                    ) : (
                      body
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
