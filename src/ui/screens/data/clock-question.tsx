import { useEffect, useState } from 'preact/hooks';
import type { SourceClock } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { Notice } from '../../parts/notice';
import { engine } from '../../state/engine';
import { persisted } from '../../state/persisted';
import {
  change,
  followSettings,
  saving,
  settings,
  settingsError,
  settingsText,
} from '../settings/settings-model';
import { ZoneSelect } from '../settings/zone-select';

/** Sources whose clock was asked for, and is not known: nobody is asked twice. */
const leftOpen = persisted<readonly string[]>('clocks-left-open', [], (raw) =>
  Array.isArray(raw) ? raw.filter((id) => typeof id === 'string') : null,
);

/** Asks once of each source whose times say no offset in which zone they are. */
export function ClockQuestion() {
  useEffect(followSettings, []);
  const asked = settings.value?.clocks.find(
    ({ id, written, stated, said }) =>
      written !== 'offset' && stated === null && said === null && !leftOpen.value.includes(id),
  );
  if (asked === undefined) return null;
  return <ZoneOf key={asked.id} source={asked} clock={settings.value?.settings.clock ?? null} />;
}

function ZoneOf(props: { readonly source: SourceClock; readonly clock: string | null }) {
  const { source, clock } = props;
  const t = settingsText.value.clocks;
  const [zone, setZone] = useState<string | null>(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [name = source.tool] = source.captures;
  const leaveOpen = () => {
    leftOpen.value = [...leftOpen.value, source.id];
  };
  return (
    <Notice
      tone="note"
      title={<span class="strong">{t.ask(name)}</span>}
      actions={
        <>
          <Button
            disabled={saving.value || zone === null}
            onClick={() => void change(() => engine().setClocks({ clock, zones: { [source.id]: zone } }))}
          >
            {t.askKeep}
          </Button>
          <Button kind="quiet" onClick={leaveOpen}>
            {t.askLeave}
          </Button>
        </>
      }
    >
      <p class="ink-soft">{t.askWhy}</p>
      <ZoneSelect
        label={t.zoneOf(name)}
        value={zone}
        none={t.notSaid}
        disabled={saving.value}
        onChange={setZone}
      />
      {settingsError.value !== null && <ErrorNotice error={settingsError.value} />}
    </Notice>
  );
}
