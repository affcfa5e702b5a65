import type { SettingsState } from '../../../protocol/engine-api';
import { SelectField } from '../../parts/select-field';
import { engine } from '../../state/engine';
import { ClockSettings } from './clock-settings';
import { change, saving, settingsText } from './settings-model';

/** When the week begins, and whose clock times are on. */
export function CalendarSection(props: { readonly state: SettingsState }) {
  const t = settingsText.value.week;
  return (
    <section class="settings-section" aria-labelledby="settings-calendar">
      <h2 id="settings-calendar">{t.title}</h2>
      <SelectField
        label={t.start}
        hint={t.startHint}
        disabled={saving.value}
        value={props.state.settings.weekStart}
        options={[
          { value: 'monday', label: t.monday },
          { value: 'sunday', label: t.sunday },
        ]}
        onChange={(weekStart) => void change(() => engine().saveSettings({ weekStart }))}
      />
      <ClockSettings clock={props.state.settings.clock} clocks={props.state.clocks} />
    </section>
  );
}
