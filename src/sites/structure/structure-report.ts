import { all, documentBody, isA, shadowOf, tagOf } from '../page/dom';
import type { Pace } from '../page/pace';
import { outlineOf } from './outline-of';
import { writeOutline } from './write-outline';

const MAX_LINES = 500;
const MAX_LINE = 300;
const COUNTED = [
  'table',
  '[role=table]',
  '[role=grid]',
  '[role=treegrid]',
  '[role=row]',
  'dl',
  'ul,ol',
  'canvas',
  'svg',
  'iframe',
];

/**
 * How a document is built, in words that can be passed on: element names, roles, known words of classes, counts and the
 * nesting of what repeats. Texts are shapes (`xxxx 999,99 xx`); addresses, ids, titles and values are left out. At most
 * 500 lines of 300 characters.
 */
export async function structureReport(document: Document, pace: Pace): Promise<string> {
  const body = documentBody(document);
  if (body === null) return 'no body';
  const { root, elements, shadowRoots } = await outlineOf(body, pace);
  const undefinedOnes = all(body, ':not(:defined)').length;
  const closed = all(body, '*').filter(
    (e) => tagOf(e).includes('-') && isA(e, ':defined') && shadowOf(e) === null,
  );
  const counts = COUNTED.map((selector) => `${all(body, selector).length} ${selector}`);
  const lines = [
    `elements: ${elements} looked at of ${all(body, '*').length + 1} outside shadow roots; ${shadowRoots} open shadow roots`,
    `outside shadow roots: ${counts.join(', ')}`,
    `custom elements: ${closed.length} without an open shadow root, ${undefinedOnes} never defined`,
    '',
    ...writeOutline(root, MAX_LINES),
  ];
  return lines.map((line) => (line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line)).join('\n');
}
