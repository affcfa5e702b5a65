import { parentOf } from '../../sites/page/dom';

/** A table is written in many steps. */
const SETTLES_IN_MS = 300;

/**
 * Tells once that a table was written into or taken away, and ends. Its own container is watched, never the whole page;
 * the first change ends it, so that what a page writes a thousand times a second is heard once. A table put elsewhere is
 * found gone by its parent.
 * @returns ends it before it has told.
 */
export function watchTable(table: Element, changed: () => void): () => void {
  let settling: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    settling = setTimeout(changed, SETTLES_IN_MS);
  });
  observer.observe(table, { subtree: true, childList: true, characterData: true });
  const parent = parentOf(table);
  if (parent !== null) observer.observe(parent, { childList: true });
  return () => {
    observer.disconnect();
    clearTimeout(settling);
  };
}
