import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../parts/notice';
import { goTo, route } from '../../state/route';
import { addFiles } from '../data/import-desk';
import { exportOfRoute } from './export-route';
import { takenExport } from './exports-here';
import { pageExportsText } from './page-exports-text';

/** Takes the export that the address names out of its page and lays it on the desk, like a file that was dropped. */
export function ExportTaking() {
  const [failed, setFailed] = useState(false);
  const asked = exportOfRoute(route.value.rest);
  useEffect(() => {
    if (asked === null) return;
    setFailed(false);
    takenExport(asked)
      .then(
        (file) => addFiles([file]),
        () => setFailed(true),
      )
      // The address must not ask again when the page is loaded anew.
      .finally(() => goTo('data'));
  }, [asked]);
  const t = pageExportsText.value;
  if (asked !== null) return <p role="status">{t.taking}</p>;
  return failed ? <Notice tone="warning" title={t.gone} todo={t.goneTodo} /> : null;
}
