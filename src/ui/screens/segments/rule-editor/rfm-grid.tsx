import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../../../i18n/format';
import type { RfmCells } from '../../../../protocol/engine-api';
import { RFM_CELLS } from '../../../../segments/rfm/rfm';
import { RFM_GROUPS, type RfmGroup, type Rule } from '../../../../segments/rule/rule';
import { RFM_LABELS } from '../../../../segments/stage-labels';
import { classNames } from '../../../parts/class-names';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { asOf, reportingCurrency } from '../../../state/settings';
import { labelText } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { builderText } from '../rule-builder-text';
import { cellRule, pickedCells } from './draft/cell-rule';

const FIVE = [1, 2, 3, 4, 5] as const;
const DOWN = [5, 4, 3, 2, 1] as const;

/** The 25 cells with who stands in each: one tab stop, the arrow keys move, Space picks. Money beside, any unless picked. */
export function RfmGrid(props: { readonly rule: Rule; readonly onChange: (rule: Rule) => void }) {
  const { rule, onChange } = props;
  const t = builderText.value.cells;
  const lang = locale.value;
  const picked = pickedCells(rule);
  const counted = useCells();
  const [at, setAt] = useState<readonly [number, number]>([5, 5]);
  const grid = useRef<HTMLTableElement>(null);

  const toggle = (r: number, f: number) => {
    const cells = picked.cells.map((row, i) => row.map((on, j) => (i === r - 1 && j === f - 1 ? !on : on)));
    onChange(cellRule({ ...picked, cells }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Alt with the arrows moves the whole condition.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const [r, f] = at;
    const to = {
      ArrowUp: [Math.min(5, r + 1), f],
      ArrowDown: [Math.max(1, r - 1), f],
      ArrowRight: [r, Math.min(5, f + 1)],
      ArrowLeft: [r, Math.max(1, f - 1)],
      Home: [r, 1],
      End: [r, 5],
    }[event.key] as [number, number] | undefined;
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to.join()}"]`)?.focus();
  };
  const band = (bands: RfmCells['recency'] | undefined, score: number) =>
    bands?.find((b) => b.score === score);

  return (
    <div class="rfm-cells">
      <table class="rfm-grid" aria-label={t.label} ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" class="ink-soft">
              {t.recency} ↓ · {t.frequency} →
            </th>
            {FIVE.map((f) => {
              const found = band(counted?.frequency, f);
              return (
                <th scope="col" key={f}>
                  {f}
                  <span class="ink-soft">{found ? t.orders(found.from, found.to) : ''}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {DOWN.map((r) => {
            const found = band(counted?.recency, r);
            return (
              <tr key={r}>
                <th scope="row">
                  {r} <span class="ink-soft">{found ? t.days(found.from, found.to) : ''}</span>
                </th>
                {FIVE.map((f) => {
                  const on = picked.cells[r - 1]?.[f - 1] === true;
                  const count = formatNumber(lang, counted?.counts[r - 1]?.[f - 1] ?? null);
                  const group = groupAt(r, f);
                  return (
                    <td key={f}>
                      <button
                        type="button"
                        class={classNames('rfm-cell', on && 'rfm-cell-on')}
                        data-cell={`${r},${f}`}
                        aria-pressed={on}
                        title={group}
                        tabIndex={at[0] === r && at[1] === f ? 0 : -1}
                        onClick={() => {
                          setAt([r, f]);
                          toggle(r, f);
                        }}
                      >
                        <span class="only-read">{t.cell(r, f)} </span>
                        <span class="num">{counted === null ? '…' : count}</span>{' '}
                        <span class="rfm-cell-group">
                          {on && <span aria-hidden="true">✓ </span>}
                          {group}
                        </span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      <fieldset class="rfm-money">
        <legend class="ink-soft">{t.money}</legend>
        {FIVE.map((m) => (
          <label key={m} class="rfm-score">
            <input
              type="checkbox"
              checked={picked.money.includes(m)}
              onChange={(event) => {
                const money = event.currentTarget.checked
                  ? [...picked.money, m]
                  : picked.money.filter((one) => one !== m);
                if (money.length > 0) onChange(cellRule({ ...picked, money }));
                else event.currentTarget.checked = true;
              }}
            />
            {m}
          </label>
        ))}
      </fieldset>
      <p class="ink-soft">{counted?.held === false ? t.none : t.hint}</p>
    </div>
  );
}

function groupAt(r: number, f: number): string {
  const group = RFM_GROUPS.find((one: RfmGroup) => {
    const cell = RFM_CELLS[one];
    return r >= cell.r[0] && r <= cell.r[1] && f >= cell.f[0] && f <= cell.f[1];
  });
  return group === undefined ? '' : labelText(RFM_LABELS[group]);
}

function useCells(): RfmCells | null {
  const [cells, setCells] = useState<RfmCells | null>(null);
  const at = asOf.value;
  const currency = reportingCurrency.value;
  const version = workspace.value?.dataVersion;
  useEffect(() => {
    const controller = new AbortController();
    engine()
      .rfmCells({ asOf: at, currency }, { signal: controller.signal })
      .then(
        (answer) => {
          if (!controller.signal.aborted) setCells(answer);
        },
        () => {
          // The grid stands without counts.
        },
      );
    return () => controller.abort();
  }, [at, currency, version]);
  return cells;
}
