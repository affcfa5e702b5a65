import { useEffect } from 'preact/hooks';
import { ErrorNotice } from '../../parts/error-notice';
import { text } from '../../state/text';
import { BackupSection } from './backup-section';
import { BadgesSection } from './badges-section';
import { CalendarSection } from './calendar-section';
import { MoneySection } from './money-section';
import { RatesSection } from './rates-section';
import { followSettings, settings, settingsError, settingsText } from './settings-model';
import './settings-screen.css';

/** Currency, calendar, backup: what holds for all the data there is. */
export function SettingsScreen() {
  const t = settingsText.value;
  useEffect(() => followSettings(), []);
  const state = settings.value;
  return (
    <div class="settings-screen">
      <header class="screen-head">
        <h1>{t.title}</h1>
        <p class="ink-soft">{t.lead}</p>
      </header>
      {settingsError.value !== null && <ErrorNotice error={settingsError.value} />}
      {state === null ? (
        settingsError.value === null && <p class="ink-soft">{text.value.loading}</p>
      ) : (
        <>
          <MoneySection state={state} />
          <RatesSection state={state} />
          <CalendarSection state={state} />
        </>
      )}
      <BadgesSection />
      <BackupSection />
    </div>
  );
}
