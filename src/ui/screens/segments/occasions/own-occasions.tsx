import { useState } from 'preact/hooks';
import {
  daysIn,
  MOST_BEFORE,
  type OccasionSettings,
  type OwnOccasion,
} from '../../../../segments/occasions/occasion-settings';
import { Button } from '../../../parts/button';
import { Field } from '../../../parts/field';
import { NumberInput } from '../../../parts/number-input';
import { SelectField } from '../../../parts/select-field';
import { TextInput } from '../../../parts/text-input';
import { locale } from '../../../state/locale';
import { words } from './occasions-words';

const FIRST = { name: '', month: 1, day: 1 as number | null, before: 9 as number | null };

/** Dates that come round every year: a name day, the shop's birthday. */
export function OwnOccasions(props: {
  readonly settings: OccasionSettings;
  readonly onSettings: (settings: OccasionSettings) => Promise<void>;
}) {
  const { settings, onSettings } = props;
  const [draft, setDraft] = useState(FIRST);
  const [tried, setTried] = useState(false);
  const t = words.value.own;
  const lang = locale.value;
  const monthName = (month: number) =>
    new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1));
  const dateOf = ({ month, day }: OwnOccasion) =>
    new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, month - 1, day),
    );
  const { name, month, day, before } = draft;
  const dayRight = day !== null && Number.isInteger(day) && day >= 1 && day <= daysIn(month);
  const beforeRight = before !== null && Number.isInteger(before) && before >= 0 && before <= MOST_BEFORE;

  const onAdd = () => {
    setTried(true);
    if (name.trim() === '' || !dayRight || !beforeRight) return;
    const taken = new Set(settings.own.map(({ id }) => id));
    let place = settings.own.length + 1;
    while (taken.has(`own-${place}`)) place++;
    const added: OwnOccasion = { id: `own-${place}`, name: name.trim(), month, day, before };
    setDraft(FIRST);
    setTried(false);
    void onSettings({ ...settings, own: [...settings.own, added] });
  };

  return (
    <section class="own-occasions" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p class="ink-soft text-s">{t.lead}</p>
      {settings.own.length === 0 ? (
        <p class="ink-soft">{t.none}</p>
      ) : (
        <ul>
          {settings.own.map((own) => (
            <li key={own.id} class="own-occasion">
              <span class="data" dir="auto">
                {own.name}
              </span>
              <span>{dateOf(own)}</span>
              <span class="ink-soft">
                {words.value.table.before.toLowerCase()} {own.before} {words.value.table.beforeUnit}
              </span>
              <Button
                size="s"
                kind="quiet"
                label={t.remove(own.name)}
                onClick={() =>
                  void onSettings({ ...settings, own: settings.own.filter(({ id }) => id !== own.id) })
                }
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="own-occasion-form"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd();
        }}
      >
        <Field label={t.name} hint={t.nameHint} error={tried && name.trim() === '' ? t.wrong : undefined}>
          {(ids) => (
            <TextInput
              ids={ids}
              value={name}
              maxLength={80}
              onInput={(next) => setDraft({ ...draft, name: next })}
            />
          )}
        </Field>
        <Field label={t.day} error={tried && !dayRight ? t.wrong : undefined}>
          {(ids) => (
            <NumberInput ids={ids} value={day} onValue={(next) => setDraft({ ...draft, day: next })} />
          )}
        </Field>
        <SelectField
          label={t.month}
          value={String(month)}
          options={Array.from({ length: 12 }, (_, i) => ({
            value: String(i + 1),
            label: monthName(i + 1),
          }))}
          onChange={(next) => setDraft({ ...draft, month: Number(next) })}
        />
        <Field label={t.before} error={tried && !beforeRight ? t.beforeWrong(MOST_BEFORE) : undefined}>
          {(ids) => (
            <NumberInput ids={ids} value={before} onValue={(next) => setDraft({ ...draft, before: next })} />
          )}
        </Field>
        <Button type="submit">{t.add}</Button>
      </form>
    </section>
  );
}
