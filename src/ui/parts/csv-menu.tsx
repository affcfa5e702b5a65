import type { CsvFormat } from '../../protocol/engine-api';
import { csvDialect } from '../state/settings';
import { text } from '../state/text';
import { Menu } from './menu';

/** Exports as CSV in the dialect that is picked, which is remembered for the next time. */
export function CsvMenu(props: {
  /** What is exported; the button adds that it is CSV. */
  readonly children: string;
  readonly onExport: (dialect: CsvFormat['dialect']) => void;
}) {
  return (
    <Menu
      size="s"
      align="end"
      items={(['standard', 'excel-pl'] as const).map((dialect) => ({
        id: dialect,
        label: dialect === 'standard' ? text.value.csv.standard : text.value.csv.excelPl,
        checked: csvDialect.value === dialect,
        onSelect: () => {
          csvDialect.value = dialect;
          props.onExport(dialect);
        },
      }))}
    >
      {props.children} (CSV)
    </Menu>
  );
}
