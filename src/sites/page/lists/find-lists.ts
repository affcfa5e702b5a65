import { attribute, closestOf, documentBody, firstChildOf, nextOf, one, tagOf } from '../dom';
import type { Pace } from '../pace';
import { divList, mayBeList } from './div-list';

/** Where pages keep what is no data, and what is read in its own way. */
const PASSED_TAGS =
  /^(?:nav|footer|table|dl|svg|select|datalist|head|script|style|template|noscript|iframe|dialog|picture|video|audio|canvas|object|math)$/;
const PASSED_ROLES =
  /^(?:navigation|menu|menubar|listbox|tablist|tree|toolbar|radiogroup|log|feed|contentinfo|banner|search|alert|alertdialog|dialog|status|table|grid|treegrid|combobox|slider|tabpanel-list)$/;
/** Said in a class or id of what stands around. */
const PASSED_NAMES =
  '[class*=cookie i],[id*=cookie i],[class*=gdpr i],[id*=onetrust i],[class*=breadcrumb i],[class*=comment i],[id*=comment i],' +
  '[class*=chat i],[class*=datepicker i],[class*=calendar i],[class*=footer i],[class*=carousel i],body>header';
/** Beyond so many tried lists a page is no list but a maze. */
const MOST_TRIED = 2_000;

/**
 * Elements whose children repeat and are data, outermost first come, in page order; what is inside one of them is
 * part of it. Looks at every element of the page once, in turns.
 */
export async function findLists(document: Document, pace: Pace): Promise<readonly Element[]> {
  const found: Element[] = [];
  const body = documentBody(document);
  const stack: Element[] = body === null ? [] : [body];
  let tried = 0;
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (pace.due()) await pace.rest();
    if (tried < MOST_TRIED && mayBeList(element) && closestOf(element, PASSED_NAMES) === null) {
      tried++;
      if ((await divList(element, pace)) !== null) {
        found.push(element);
        continue;
      }
    }
    const children: Element[] = [];
    for (let child = firstChildOf(element); child !== null; child = nextOf(child)) {
      if (PASSED_TAGS.test(tagOf(child)) || PASSED_ROLES.test(attribute(child, 'role') ?? '')) continue;
      if (firstChildOf(child) !== null) children.push(child);
    }
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Element);
  }
  return found;
}

/** Whether an element stands where lists are no data. */
export const isPassedOver = (element: Element): boolean =>
  closestOf(
    element,
    `${PASSED_NAMES},nav,footer,dialog,[role=navigation],[role=contentinfo],[role=dialog]`,
  ) !== null || one(element, 'nav,form') !== null;
