import { signal } from '@preact/signals';
import type { Comparison } from '../../../compare/comparison';
import type { CsvFormat } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { announce } from '../../parts/live-region';
import { saveFile } from '../../parts/save-file';
import { Select } from '../../parts/select';
import { engine } from '../../state/engine';
import { csvDialect, csvFormat } from '../../state/settings';
import { words } from './words';

const failed = signal(false);

/** Downloads the comparison exactly as it is shown: its segments in their order, its metrics, its as-of. */
export function ExportButton(props: { readonly comparison: Comparison; readonly size?: 'm' | 's' }) {
  const t = words.value.csv;
  const onExport = async () => {
    failed.value = false;
    try {
      const file = await engine().exportComparison({ comparison: props.comparison, format: csvFormat() });
      saveFile(file);
      announce(t.saved(file.name));
    } catch {
      failed.value = true;
    }
  };
  return (
    <span class="compare-export">
      <Select<CsvFormat['dialect']>
        size="s"
        label={t.formatLabel}
        value={csvDialect.value}
        options={[
          { value: 'standard', label: t.standard },
          { value: 'excel-pl', label: t.excelPl },
        ]}
        onChange={(dialect) => {
          csvDialect.value = dialect;
        }}
      />
      <Button size={props.size ?? 'm'} onClick={() => void onExport()}>
        {t.button}
      </Button>
      {failed.value && <span role="alert">{t.failed}</span>}
    </span>
  );
}
