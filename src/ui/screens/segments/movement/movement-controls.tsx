import { addMonthsFromEnd, isoDay, parseIso, startOfDay } from '../../../../core/time/calendar';
import { formatDay } from '../../../../i18n/format';
import { Button } from '../../../parts/button';
import { Field } from '../../../parts/field';
import { SelectField } from '../../../parts/select-field';
import { TextInput } from '../../../parts/text-input';
import { locale } from '../../../state/locale';
import { workspace } from '../../../state/workspace';
import {
  chooseFamily,
  chosenFrom,
  chosenTo,
  days,
  families,
  family,
  SHOWS,
  show,
  view,
} from './movement-model';
import { OwnOrder } from './own-order';
import { words } from './words';

const BACK = [1, 3, 6, 12] as const;

/** Which groups, from which day to which, and what is shown of each flow. */
export function MovementControls() {
  const t = words.value.controls;
  const span = days.value;
  const coverage = workspace.value?.coverage;
  if (!span || !coverage) return null;
  const lang = locale.value;
  const wrong = span.from >= span.to;
  const early = span.from < startOfDay(coverage.from);
  const late = span.to > startOfDay(coverage.to);
  return (
    <div class="movement-controls">
      <div class="movement-fields">
        <SelectField
          label={t.family}
          value={family.value}
          options={families.value.map((f) => ({ value: f, label: t.families[f] }))}
          onChange={chooseFamily}
        />
        <DayField
          label={t.from}
          value={span.from}
          error={wrong ? t.datesWrong : undefined}
          hint={early ? t.beforeData(formatDay(lang, coverage.from)) : undefined}
          onChange={(at) => {
            chosenFrom.value = at;
          }}
        />
        <DayField
          label={t.to}
          value={span.to}
          hint={late ? t.afterData(formatDay(lang, coverage.to)) : undefined}
          onChange={(at) => {
            chosenTo.value = at;
            // The first day stays as far back as it was shown.
            chosenFrom.value = span.from;
          }}
        />
        <fieldset class="movement-back">
          <legend class="only-read">{t.backLabel}</legend>
          {BACK.map((months) => {
            const from = addMonthsFromEnd(span.to, -months);
            return (
              <Button
                key={months}
                size="s"
                kind="quiet"
                pressed={span.from === from}
                disabled={from < startOfDay(coverage.from)}
                onClick={() => {
                  chosenFrom.value = from;
                }}
              >
                {t.back(months)}
              </Button>
            );
          })}
        </fieldset>
        {view.value !== 'sizes' && (
          <SelectField
            label={t.show}
            value={show.value}
            options={SHOWS.map((s) => ({ value: s, label: t.shows[s] }))}
            onChange={(next) => {
              show.value = next;
            }}
          />
        )}
      </div>
      {family.value === 'own' && <OwnOrder />}
    </div>
  );
}

function DayField(props: {
  readonly label: string;
  readonly value: number;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly onChange: (at: number) => void;
}) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(ids) => (
        <TextInput
          ids={ids}
          type="date"
          value={isoDay(props.value)}
          onInput={(typed) => {
            const at = parseIso(typed);
            if (at !== null) props.onChange(at);
          }}
        />
      )}
    </Field>
  );
}
