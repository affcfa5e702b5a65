import { firstNodeOf, isA, isInside, nextNodeOf, parentOf, tagOf, textOf } from './dom';
import { plainText } from './plain-text';
import { type StatedRange, statedRange } from './stated-range';

const MAX_ANCESTORS = 6;
const MAX_NODES = 3_000;
const MAX_PAGER_TEXT = 120;

/** What a pager near the table says there is in all, for a table that shows `rows` of them. */
export function statedNear(table: Element, rows: number): number | null {
  let inner: Element = table;
  for (let level = 0; level < MAX_ANCESTORS; level++) {
    const outer = parentOf(inner);
    if (outer === null || tagOf(outer) === 'html') return null;
    const range = searchFor(outer, inner, table, rows);
    if (range !== null) return range.total;
    inner = outer;
  }
  return null;
}

/** Text with a digit in `outer`, but not in `inner`, read together with what stands around it. */
function searchFor(outer: Element, inner: Element, table: Element, rows: number): StatedRange | null {
  let budget = MAX_NODES;
  const stack: Node[] = [outer];
  for (let node = stack.pop(); node !== undefined && budget > 0; node = stack.pop()) {
    budget--;
    if (node.nodeType === Node.TEXT_NODE) {
      if (!/\d/.test(textOf(node) ?? '')) continue;
      const range = rangeAround(node, table);
      if (range !== null && range.to - range.from + 1 === rows) return range;
      continue;
    }
    if (!(node instanceof Element) || node === inner) continue;
    // Another table's own pager is not this one's.
    if (node !== outer && isA(node, 'table,script,style,template,svg,[role=grid],[role=table]')) continue;
    const children: Node[] = [];
    for (let child = firstNodeOf(node); child !== null; child = nextNodeOf(child)) children.push(child);
    for (const child of children.reverse()) stack.push(child);
  }
  return null;
}

function rangeAround(text: Node, table: Element): StatedRange | null {
  for (let around = parentOf(text), i = 0; around !== null && i < 4; around = parentOf(around), i++) {
    if (isInside(around, table)) return null;
    const said = textOf(around) ?? '';
    if (said.length > MAX_PAGER_TEXT) return null;
    const range = statedRange(plainText(said));
    if (range !== null) return range;
  }
  return null;
}
