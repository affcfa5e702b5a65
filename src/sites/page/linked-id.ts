import { all, attribute } from './dom';

/**
 * The number of the record a row links to, by what stands in the link's address. Blank where there is none, or where
 * the row links to several.
 */
export function linkedId(row: Element, address: RegExp): string {
  const ids = new Set<string>();
  for (const link of all(row, 'a[href]')) {
    const id = address.exec(attribute(link, 'href') ?? '')?.[1];
    if (id !== undefined) ids.add(id);
  }
  return ids.size === 1 ? ([...ids][0] ?? '') : '';
}
