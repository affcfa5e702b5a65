import { all, attribute } from '../../page/dom';

/** The record of a row or a card, by the id its link carries: `listView_5540000001230017`. */
export function recordOf(row: Element): string {
  for (const link of all(row, 'a[id]')) {
    const record = /^[a-z]+View_.*?(\d{10,20})/i.exec(attribute(link, 'id') ?? '')?.[1];
    if (record !== undefined) return record;
  }
  return '';
}
