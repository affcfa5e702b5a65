import type { TabOffer } from '../../../protocol/page-client';
import { Button } from '../../parts/button';
import { Checkbox } from '../../parts/checkbox';
import { Sheet } from '../../parts/sheet';
import { GatherChoice, offersMore } from './gathering/gather-choice';
import { leftOut, pickedTable } from './offer-model';
import { columnSample, titleOf } from './page-offer-table';
import { personalKind } from './personal-kind';
import { words } from './words';

/** Before anything is stored: the columns, which of them are personal, and the first rows, column by column. */
export function CollectReview(props: {
  readonly offer: TabOffer;
  readonly onClose: () => void;
  readonly onCollect: (all: boolean) => void;
}) {
  const t = words.value;
  const table = pickedTable(props.offer);
  if (!table) return null;
  const columns = table.columns.map((header, i) => {
    const sample = columnSample(table, i);
    return { header, sample, personal: personalKind(header, sample) };
  });
  const kept = columns.filter((c) => !leftOut.value.includes(c.header));
  const personal = kept.filter((c) => c.personal !== null);
  const toggle = (header: string, keep: boolean) => {
    leftOut.value = keep ? leftOut.value.filter((other) => other !== header) : [...leftOut.value, header];
  };
  return (
    <Sheet
      title={t.review.title}
      about={
        <p class="cut data" dir="auto" title={titleOf(table)}>
          {titleOf(table)}
        </p>
      }
      note={t.review.note}
      onClose={props.onClose}
      foot={
        <>
          {kept.length === 0 && <p class="text-s">{t.review.nothing}</p>}
          <div class="offer-actions">
            {offersMore(table) ? (
              <GatherChoice table={table} disabled={kept.length === 0} onTake={props.onCollect} />
            ) : (
              <Button kind="primary" disabled={kept.length === 0} onClick={() => props.onCollect(false)}>
                {t.offer.collect(table.rowsOnPage)}
              </Button>
            )}
            <Button onClick={props.onClose}>{t.review.back}</Button>
            {personal.length > 0 && (
              <Button
                kind="quiet"
                onClick={() => {
                  leftOut.value = [...leftOut.value, ...personal.map((c) => c.header)];
                }}
              >
                {t.review.leaveOutPersonal}
              </Button>
            )}
          </div>
        </>
      }
    >
      <ul class="review-columns">
        {columns.map((column) => (
          <li key={column.header} class={leftOut.value.includes(column.header) ? 'review-out' : undefined}>
            <Checkbox
              checked={!leftOut.value.includes(column.header)}
              onChange={(keep) => toggle(column.header, keep)}
              hint={
                <span class="review-sample data text-s" dir="auto">
                  {column.sample.slice(0, 3).filter(Boolean).join(' · ')}
                </span>
              }
            >
              <span class="data" dir="auto">
                {column.header}
              </span>
              {column.personal !== null && (
                <span class="review-personal text-s">
                  {t.offer.personalMark}: {t.offer.personalKind[column.personal]}
                </span>
              )}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
