import { useState } from 'preact/hooks';
import type {
  MoneyRequest,
  MoneyReturns,
  Moved,
  MovedBudget,
  MoveRequest,
} from '../../../../compare/money/money';
import type { Locale } from '../../../../core/label';
import { formatMoney, formatPercent } from '../../../../i18n/format';
import { SelectField } from '../../../parts/select-field';
import { engine } from '../../../state/engine';
import { CallState } from '../call-state';
import { useAnswer } from '../use-answer';
import { written } from './money-state';
import { words } from './words';

const PARTS = [0.05, 0.1, 0.2] as const;

/** What moving part of one row's budget to another might change, with all that it takes for granted in words. */
export function MoveSketch(props: {
  readonly returns: MoneyReturns;
  readonly request: MoneyRequest;
  readonly locale: Locale;
}) {
  const { returns, request, locale } = props;
  const t = words.value.move;
  const rows = returns.rows.filter((row) => row.roas.state === 'value' && row.roas.interval !== null);
  const byRoas = [...rows].sort((a, b) => roasOf(a) - roasOf(b));
  const [chosen, choose] = useState<{ readonly from: string | null; readonly to: string | null }>({
    from: null,
    to: null,
  });
  const [part, setPart] = useState<number>(0.1);
  const held = (key: string | null) => (rows.some((row) => row.key === key) ? key : null);
  const from = held(chosen.from) ?? byRoas[0]?.key ?? null;
  const to = held(chosen.to) ?? byRoas.at(-1)?.key ?? null;
  const call = useAnswer<MoveRequest & { readonly written: number }, MovedBudget | null>(
    from === null || to === null || from === to
      ? null
      : { ...request, from, to, part, written: written.value },
    ({ written: _, ...asked }, signal) => engine().moveBudget(asked, { signal }),
  );
  const nameOf = (key: string | null) => rows.find((row) => row.key === key)?.name[locale] ?? '';
  const moved = call.value.value;
  const options = rows.map((row) => ({ value: row.key, label: row.name[locale] }));

  return (
    <section class="money-move">
      <h2>{t.title}</h2>
      {rows.length < 2 ? (
        <p class="ink-soft">{t.few}</p>
      ) : (
        <>
          <div class="compare-controls">
            <SelectField
              label={t.from}
              value={from ?? ''}
              options={options}
              onChange={(key) => choose({ from: key, to })}
            />
            <SelectField
              label={t.to}
              value={to ?? ''}
              options={options}
              onChange={(key) => choose({ from, to: key })}
            />
            <SelectField
              label={t.part}
              value={String(part)}
              options={PARTS.map((p) => ({ value: String(p), label: formatPercent(locale, p) }))}
              onChange={(next) => setPart(Number(next))}
            />
          </div>
          <CallState call={call} hasValue={moved !== null} />
          {from === to && <p class="ink-soft">{t.none}</p>}
          {moved && from !== to && (
            <div class={call.busy.value ? 'compare-stale' : undefined}>
              <p>
                {t.result(formatMoney(locale, moved.movedMinor, moved.currency), nameOf(from), nameOf(to))}
              </p>
              <dl class="money-moved">
                <MovedLine label={t.even} of={moved.even} write={signedMoney(moved, locale)} />
                <MovedLine label={t.halved} of={moved.halved} write={signedMoney(moved, locale)} />
              </dl>
              {moved.breakEven !== null && <p>{t.breakEven(formatPercent(locale, moved.breakEven))}</p>}
            </div>
          )}
          <p class="text-s ink-soft">{t.assume}</p>
        </>
      )}
    </section>
  );
}

const roasOf = (row: MoneyReturns['rows'][number]) => (row.roas.state === 'value' ? row.roas.value : 0);

/** Every amount of the sketch with or without its fraction: side by side they are compared. */
function signedMoney({ even, halved, currency }: MovedBudget, locale: Locale): (minor: number) => string {
  const whole = Math.max(Math.abs(even.revenueMinor), Math.abs(halved.revenueMinor)) >= 100_000;
  return (minor) => {
    const text = formatMoney(locale, minor, currency, { whole });
    return minor > 0 ? `+${text}` : text;
  };
}

function MovedLine(props: {
  readonly label: string;
  readonly of: Moved;
  readonly write: (minor: number) => string;
}) {
  const { of, write: signed } = props;
  const t = words.value.move;
  const line = (name: string, value: number, { lo, hi }: Moved['revenueInterval']) => (
    <dd>
      {name} <strong>{signed(value)}</strong>{' '}
      <span class="ink-soft">({t.range(signed(lo), signed(hi))})</span>
    </dd>
  );
  return (
    <>
      <dt>{props.label}</dt>
      {line(t.revenue, of.revenueMinor, of.revenueInterval)}
      {of.profitMinor !== null &&
        of.profitInterval !== null &&
        line(t.profit, of.profitMinor, of.profitInterval)}
    </>
  );
}
