import { useState } from 'preact/hooks';
import { Confirm } from '../../parts/confirm';
import { ErrorNotice } from '../../parts/error-notice';
import { announce } from '../../parts/live-region';
import { eraseSnapshot } from '../../snapshot/snapshot';
import { chosenSegments } from '../../state/chosen-segments';
import { engine } from '../../state/engine';
import { asOf, reportingCurrency } from '../../state/settings';
import { workspace } from '../../state/workspace';
import { dataText } from './data-text';
import './delete-everything.css';
import { account, clearDesk, refreshInbox } from './import-desk';

/** Empties the extension: captures, segments, choices, what waits. */
export function DeleteEverything() {
  const [error, setError] = useState<unknown>(null);
  const t = dataText.value.captures;
  const onYes = async () => {
    setError(null);
    try {
      clearDesk();
      workspace.value = await engine().deleteEverything(undefined);
      eraseSnapshot();
      chosenSegments.value = [];
      asOf.value = null;
      reportingCurrency.value = null;
      account.value = null;
      await refreshInbox();
      announce(t.deletedAll);
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <div class="delete-everything">
      <Confirm question={t.deleteAllQuestion} yes={t.deleteAllYes} onYes={() => void onYes()}>
        {t.deleteAll}
      </Confirm>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
