import { useState } from 'preact/hooks';
import { convertedLines } from '../../../export/converted-lines';
import { en } from '../../../i18n/en/converted';
import { formatDay, formatMoney } from '../../../i18n/format';
import { pl } from '../../../i18n/pl/converted';
import type { SettingsState } from '../../../protocol/engine-api';
import { Field } from '../../parts/field';
import { announce } from '../../parts/live-region';
import { Notice } from '../../parts/notice';
import { NumberInput } from '../../parts/number-input';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { reportingCurrency } from '../../state/settings';
import { textOf } from '../../state/text';
import { workspace } from '../../state/workspace';
import { CurrencySelect } from './currency-select';
import { change, saving, settingsText } from './settings-model';

const convertedText = textOf({ en, pl });
const DEFAULT_AGE = 7;

/** What amounts are shown in, and what that makes of the orders held. */
export function MoneySection(props: { readonly state: SettingsState }) {
  const { settings, rates, converted } = props.state;
  const t = settingsText.value.money;
  const { reporting } = settings;
  const hasOrders = (workspace.value?.orders ?? 0) > 0;

  const save = async (currency: string | null, maxAgeDays: number) => {
    const next = currency === null ? null : { currency, maxAgeDays };
    const saved = await change(() => engine().saveSettings({ reporting: next }));
    if (!saved) return;
    // Whoever sets what all is shown in wants to see all in it.
    reportingCurrency.value = null;
    announce(settingsText.value.rates.saved);
  };

  return (
    <section class="settings-section" aria-labelledby="settings-money">
      <h2 id="settings-money">{t.title}</h2>
      <p class="ink-soft">{t.lead}</p>
      <div class="settings-fields">
        <Field label={t.currency}>
          {(ids) => (
            <CurrencySelect
              ids={ids}
              value={reporting?.currency ?? null}
              none={t.none}
              disabled={saving.value}
              onChange={(currency) => void save(currency, reporting?.maxAgeDays ?? DEFAULT_AGE)}
            />
          )}
        </Field>
        {reporting !== null && (
          <MaxAge days={reporting.maxAgeDays} onSave={(days) => void save(reporting.currency, days)} />
        )}
      </div>
      {reporting !== null && <p class="ink-soft text-s">{t.maxAgeHint}</p>}
      {reporting !== null && rates.count === 0 && (
        <Notice tone="note" title={t.noRates(reporting.currency)} />
      )}
      {converted !== null && hasOrders && (
        <div class="settings-coverage">
          <h3>{t.coverage}</h3>
          <ul>
            {converted.converted.length === 0 && converted.setApart.length === 0 ? (
              <li>{t.allIn(converted.currency)}</li>
            ) : (
              [
                ...convertedLines(converted, convertedText.value, {
                  sum: (minor, currency) => formatMoney(locale.value, minor, currency),
                  day: (iso) => formatDay(locale.value, Date.parse(iso)),
                }),
              ].map((line) => <li key={line}>{line}</li>)
            )}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Taken when the person leaves the field: each figure on the way there would be a setting of its own. */
function MaxAge(props: { readonly days: number; readonly onSave: (days: number) => void }) {
  const t = settingsText.value.money;
  const [typed, setTyped] = useState<number | null>(props.days);
  const valid = typed !== null && Number.isInteger(typed) && typed >= 0 && typed <= 366;
  const save = () => {
    if (valid && typed !== props.days) props.onSave(typed);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onFocusOut={save}
    >
      <Field label={t.maxAge} {...(valid ? {} : { error: t.maxAgeError })}>
        {(ids) => <NumberInput ids={ids} value={typed} onValue={setTyped} />}
      </Field>
    </form>
  );
}
