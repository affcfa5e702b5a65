import type { OfferedTable } from '../../../../core/page-capture';
import { Button } from '../../../parts/button';
import { words } from './words';

/** Whether the page points to rows beyond those it shows. */
export const offersMore = (table: OfferedTable): boolean => table.more !== null;

/** All rows, or those shown. What there surely is more of comes first. */
export function GatherChoice(props: {
  readonly table: OfferedTable;
  readonly disabled?: boolean;
  readonly onTake: (all: boolean) => void;
}) {
  const { table, disabled = false, onTake } = props;
  const t = words.value;
  const sure = table.more === 'pages' || (table.rowsStated !== null && table.rowsStated > table.rowsOnPage);
  const stated = table.rowsStated !== null && table.rowsStated > table.rowsOnPage ? table.rowsStated : null;
  const all = (
    <Button key="all" kind={sure ? 'primary' : 'plain'} disabled={disabled} onClick={() => onTake(true)}>
      {t.takeAll(stated)}
    </Button>
  );
  const shown = (
    <Button key="shown" kind={sure ? 'plain' : 'primary'} disabled={disabled} onClick={() => onTake(false)}>
      {t.takeShown(table.rowsOnPage)}
    </Button>
  );
  return <>{sure ? [all, shown] : [shown, all]}</>;
}
