import { useEffect, useState } from 'preact/hooks';
import { en } from '../../../../i18n/en/erasure';
import { pl } from '../../../../i18n/pl/erasure';
import type { MemberRow, PersonHeld } from '../../../../protocol/engine-api';
import { Confirm } from '../../../parts/confirm';
import { ErrorNotice } from '../../../parts/error-notice';
import { announce } from '../../../parts/live-region';
import { engine } from '../../../state/engine';
import { textOf } from '../../../state/text';
import { workspace } from '../../../state/workspace';

const erasureText = textOf({ en, pl });

/** Forgets one person for good; asks first, and says what goes and what stays. */
export function ErasePerson(props: { readonly person: MemberRow; readonly onErased: () => void }) {
  const { person, onErased } = props;
  const t = erasureText.value;
  const name = person.name ?? person.label;
  const dataVersion = workspace.value?.dataVersion;
  const [held, setHeld] = useState<PersonHeld | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    setHeld(null);
    setError(null);
    if (dataVersion === undefined) return;
    const controller = new AbortController();
    engine()
      .personHeld({ person: person.person, dataVersion }, { signal: controller.signal })
      .then(
        (answer) => {
          if (!controller.signal.aborted) setHeld(answer);
        },
        // Without knowing what goes, it is not offered.
        () => {},
      );
    return () => controller.abort();
  }, [person.person, dataVersion]);

  const onYes = async () => {
    if (dataVersion === undefined) return;
    setBusy(true);
    setError(null);
    try {
      workspace.value = await engine().erasePerson({ person: person.person, dataVersion });
      announce(t.done(name));
      onErased();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };

  if (held === null) return null;
  return (
    <div class="person-erase">
      {busy ? (
        <p class="ink-soft" role="status">
          {t.busy(name)}
        </p>
      ) : (
        <Confirm
          size="s"
          kind="quiet"
          label={t.openOf(name)}
          question={
            <>
              <span class="strong">{t.question(name)}</span> {t.goes(held)}
              {held.lists > 0 && <> {t.lists(held.lists)}</>} {held.keys > 0 ? t.stays : t.returns}
            </>
          }
          yes={t.yes}
          onYes={() => void onYes()}
        >
          {t.open}
        </Confirm>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
