import type { NoOffer } from '../../../protocol/page-client';
import { Button } from '../../parts/button';
import { locale } from '../../state/locale';
import { ReportStructure } from './structure/report-structure';
import { words as structureWords } from './structure/words';
import { words } from './words';

/** Why a page offers nothing, and what to do. */
export function NoneOffered(props: {
  readonly none: NoOffer;
  readonly again: string;
  readonly onAgain: () => void;
}) {
  const { none } = props;
  const t = words.value;
  const unread = none.reason === 'no-table' ? none.unread : null;
  return (
    <div class="offer">
      <p>
        {unread === null
          ? t.none[none.reason].why
          : structureWords.value.unreadNoTable(unread.label[locale.value])}
      </p>
      <p class="ink-soft">{t.none[none.reason].todo}</p>
      <div class="offer-actions">
        <Button size="s" kind="quiet" onClick={props.onAgain}>
          {props.again}
        </Button>
        {none.reason === 'no-table' && <ReportStructure tabId={none.tabId} unread={unread} />}
      </div>
    </div>
  );
}
