import { useState } from 'preact/hooks';
import type { CsvFormat, ExportedFile } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { announce } from '../../parts/live-region';
import { saveFile } from '../../parts/save-file';
import { csvFormat } from '../../state/settings';
import { words } from './words';

/** Downloads what is shown, in the form of CSV chosen everywhere. */
export function DownloadButton(props: { readonly make: (format: CsvFormat) => Promise<ExportedFile> }) {
  const t = words.value.csv;
  const [failed, setFailed] = useState(false);
  const onClick = async () => {
    setFailed(false);
    try {
      const file = await props.make(csvFormat());
      saveFile(file);
      announce(t.saved(file.name));
    } catch {
      setFailed(true);
    }
  };
  return (
    <span class="finder-download">
      <Button size="s" onClick={() => void onClick()}>
        {t.button}
      </Button>
      {failed && <span role="alert">{t.failed}</span>}
    </span>
  );
}
