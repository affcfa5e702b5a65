import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../../../core/label';
import type { Margin } from '../../../../core/spend-entry';
import { formatPercent } from '../../../../i18n/format';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { Field } from '../../../parts/field';
import { announce } from '../../../parts/live-region';
import { NumberInput } from '../../../parts/number-input';
import { engine } from '../../../state/engine';
import { Popover } from '../popover';
import { written } from './money-state';
import { words } from './words';

/** Asked once: what is left of revenue, of everything or by category. */
export function MarginForm(props: {
  readonly margin: Margin | null;
  readonly categories: readonly string[];
  readonly locale: Locale;
}) {
  const { margin, categories, locale } = props;
  const t = words.value.margin;
  const [percent, setPercent] = useState<number | null>(null);
  const [own, setOwn] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    setPercent(margin === null ? null : toPercent(margin.share));
    setOwn(new Map(margin?.byCategory.map((of) => [of.category, toPercent(of.share)]) ?? []));
  }, [margin]);

  const keep = async (next: Margin | null, close: () => void) => {
    try {
      await engine().saveMargin({ margin: next });
      written.value++;
      announce(t.saved);
      close();
    } catch (fault) {
      setError(fault);
    }
  };
  const isShare = (v: number | null) => v !== null && v >= 0 && v <= 100;
  const listed = [...new Set([...categories.slice(0, 20), ...own.keys()])];
  const good = isShare(percent) && [...own.values()].every((v) => v === null || isShare(v));

  return (
    <div class="field">
      <span class="field-label">{t.label}</span>
      <Popover
        label={
          <>
            <span class="only-read">{t.label}: </span>
            {margin === null
              ? t.unset
              : formatPercent(locale, margin.share, Number.isInteger(margin.share * 100) ? 0 : 1)}
          </>
        }
      >
        {(close) => (
          <form
            class="picker money-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (!good || percent === null) return;
              const byCategory = [...own].flatMap(([category, v]) =>
                v === null ? [] : [{ category, share: v / 100 }],
              );
              void keep({ share: percent / 100, byCategory }, close);
            }}
          >
            <p class="text-s ink-soft">{t.hint}</p>
            <Field
              label={`${t.label}, ${t.percent}`}
              {...(percent !== null && !isShare(percent) ? { error: t.bad } : {})}
            >
              {(ids) => <NumberInput ids={ids} value={percent} onValue={setPercent} />}
            </Field>
            {listed.length > 0 && (
              <details class="disclosure">
                <summary class="disclosure-summary">{t.byCategory}</summary>
                <div class="disclosure-body money-categories">
                  {listed.map((category) => {
                    const value = own.get(category) ?? null;
                    return (
                      <Field
                        key={category}
                        label={<span class="data">{category}</span>}
                        {...(value !== null && !isShare(value) ? { error: t.bad } : {})}
                      >
                        {(ids) => (
                          <NumberInput
                            ids={ids}
                            value={value}
                            onValue={(v) => setOwn(new Map([...own, [category, v]]))}
                          />
                        )}
                      </Field>
                    );
                  })}
                </div>
              </details>
            )}
            {error !== null && <ErrorNotice error={error} />}
            <div class="money-buttons">
              <Button type="submit" kind="primary" disabled={!good}>
                {t.save}
              </Button>
              {margin !== null && (
                <Button kind="quiet" onClick={() => void keep(null, close)}>
                  {t.forget}
                </Button>
              )}
            </div>
          </form>
        )}
      </Popover>
    </div>
  );
}

/** 0.35 is 35, and not 35.00000000000001. */
const toPercent = (share: number) => Number((share * 100).toPrecision(10));
