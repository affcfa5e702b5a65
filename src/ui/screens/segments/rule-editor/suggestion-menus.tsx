import { useState } from 'preact/hooks';
import { isAbort } from '../../../../core/app-error';
import { formatDay, formatNumber, formatPlain, formatShare } from '../../../../i18n/format';
import type { Spread, SpreadRequest, WindowChoice } from '../../../../protocol/engine-api';
import type { Measure } from '../../../../segments/rule/rule';
import { Menu, type MenuItem } from '../../../parts/menu';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { asOf, reportingCurrency } from '../../../state/settings';
import { text } from '../../../state/text';
import { builderText } from '../rule-builder-text';

/** Numbers worth trying, each with how many it would take; asked for when it is opened. */
export function ThresholdMenu(props: {
  readonly of: SpreadRequest['of'];
  /** Which way the test looks. */
  readonly takes: 'atLeast' | 'atMost';
  readonly unit: string;
  /** 100 shows shares as percentages. */
  readonly scale?: number;
  readonly isTime?: boolean;
  readonly onPick: (value: number) => void;
}) {
  const { of, takes, unit, scale = 1, isTime = false, onPick } = props;
  const t = builderText.value;
  const lang = locale.value;
  const [spread, open] = useAsked<Spread>((signal) =>
    engine().spread({ of, asOf: asOf.value, currency: reportingCurrency.value }, { signal }),
  );
  const say = (value: number) =>
    isTime
      ? formatDay(lang, value)
      : `${formatPlain(lang, Number((value * scale).toPrecision(6)))}${unit === '' ? '' : ` ${unit}`}`;
  const items = spread?.cuts.map((cut): MenuItem => {
    const count = cut[takes];
    const words = takes === 'atLeast' ? t.suggestAtLeast : t.suggestAtMost;
    return {
      id: String(cut.value),
      label: words(
        say(cut.value),
        formatShare(lang, spread.n === 0 ? null : count / spread.n),
        formatNumber(lang, count),
      ),
      onSelect: () => onPick(cut.value),
    };
  });
  return (
    <Menu
      label={t.suggest}
      kind="quiet"
      size="s"
      onOpen={open}
      items={items ?? [waiting()]}
      none={t.suggestNone}
    >
      <span class="only-read">{t.suggest}</span>
    </Menu>
  );
}

/** Lengths of time worth asking about, each with how many customers have a row in it. */
export function WindowMenu(props: { readonly measure: Measure; readonly onPick: (days: number) => void }) {
  const { measure, onPick } = props;
  const t = builderText.value;
  const [choices, open] = useAsked<readonly WindowChoice[]>((signal) =>
    engine().windowChoices({ measure, asOf: asOf.value, currency: reportingCurrency.value }, { signal }),
  );
  const items = choices?.map(
    ({ days, people, from }): MenuItem => ({
      id: String(days),
      label: t.windowItem(days, people) + (from === null ? '' : t.windowFrom[from]),
      onSelect: () => onPick(days),
    }),
  );
  return (
    <Menu
      label={t.windows}
      kind="quiet"
      size="s"
      onOpen={open}
      items={items ?? [waiting()]}
      none={t.windowsNone}
    >
      <span class="only-read">{t.windows}</span>
    </Menu>
  );
}

const waiting = (): MenuItem => ({
  id: 'waiting',
  label: text.value.loading,
  disabled: true,
  onSelect: () => {},
});

/** What the engine said last, and the asking of it anew. */
function useAsked<Answer>(ask: (signal: AbortSignal) => Promise<Answer>) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const open = () => {
    setAnswer(null);
    const controller = new AbortController();
    ask(controller.signal).then(setAnswer, (error: unknown) => {
      if (!isAbort(error)) setAnswer(null);
    });
  };
  return [answer, open] as const;
}
