import { text } from '../state/text';
import { Button } from './button';
import { NumberInput } from './number-input';
import './pager.css';

/** With more than these, a page can be gone to by its number. */
const FEW_PAGES = 3;

/** Back and forth through a list longer than a page, and where one is; nothing where one page holds it all. */
export function Pager(props: {
  readonly offset: number;
  readonly shown: number;
  readonly total: number;
  readonly page: number;
  readonly onOffset: (offset: number) => void;
}) {
  const { offset, total, page } = props;
  if (total <= page && offset === 0) return null;
  const last = Math.min(total, offset + props.shown);
  const pages = Math.ceil(total / page);
  const t = text.value.table;
  return (
    <div class="pager">
      <Button
        size="s"
        disabled={offset === 0}
        label={t.previous}
        onClick={() => props.onOffset(Math.max(0, offset - page))}
      >
        ←
      </Button>
      <span class="ink-soft num" role="status">
        {t.showing(Math.min(offset + 1, last), last, total)}
      </span>
      <Button size="s" disabled={last >= total} label={t.next} onClick={() => props.onOffset(offset + page)}>
        →
      </Button>
      {pages > FEW_PAGES && (
        <span class="pager-page">
          <span aria-hidden="true">{t.page}</span>
          <NumberInput
            label={t.page}
            value={Math.floor(offset / page) + 1}
            onValue={(wanted) => {
              if (wanted !== null && Number.isInteger(wanted) && wanted >= 1 && wanted <= pages)
                props.onOffset((wanted - 1) * page);
            }}
          />
          <span class="ink-soft">{t.pageOf(pages)}</span>
        </span>
      )}
    </div>
  );
}
