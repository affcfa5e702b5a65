import { attribute, attributeNames, isA, tagOf } from '../page/dom';
import { maskName } from './mask-name';

const ROLES = new Set(
  `alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo
  definition dialog document feed figure form generic grid gridcell group heading img link list listbox listitem log main
  menu menubar menuitem menuitemcheckbox menuitemradio navigation none note option presentation progressbar radio radiogroup
  region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist
  tabpanel term textbox timer toolbar tooltip tree treegrid treeitem`.split(/\s+/),
);
/** Shown with what they say, where that is one of a few words anybody may say. */
const WORDED = new Set(
  `aria-sort aria-hidden aria-expanded aria-selected aria-checked aria-busy aria-haspopup aria-live aria-multiselectable
  aria-readonly type dir scope draggable contenteditable`.split(/\s+/),
);
const SAID = new Set(
  `true false mixed ascending descending none other menu listbox tree grid dialog polite assertive off ltr rtl auto row col
  rowgroup colgroup text search number email tel url date checkbox radio button submit hidden password file range color
  plaintext-only`.split(/\s+/),
);
/** Shown by name alone: whether it is there matters, what it says is data. */
const NAMED = new Set(
  `id title alt href src aria-label aria-labelledby aria-describedby aria-owns aria-rowcount aria-colcount aria-rowindex
  aria-colindex aria-rowspan aria-colspan aria-level aria-setsize aria-posinset colspan rowspan headers tabindex slot part
  hidden disabled inert style value name for is`.split(/\s+/),
);
/** Made for tests and columns: their words are the tool's own, as far as they are known words. */
const OF_THE_TOOL =
  /^(data-(test|testid|test-id|selenium-test|qa|cy|field|column|col|column-id|col-id|key|type)|col-id)$/;
const MAX_ATTRIBUTES = 16;
const MAX_CLASSES = 8;

/** One element in a line: its name, classes and attributes, with nothing in it that could be data. */
export function describeElement(element: Element): string {
  const classes = new Set(
    (attribute(element, 'class') ?? '')
      .slice(0, 2_000)
      .split(/\s+/)
      .filter((name) => name !== '')
      .map(maskName),
  );
  const shown = [...classes].slice(0, MAX_CLASSES).map((name) => `.${name}`);
  const said = new Set(
    attributeNames(element)
      .slice(0, 200)
      .map((name) => describeAttribute(element, name)),
  );
  said.delete('');
  const attributes = [...said].slice(0, MAX_ATTRIBUTES).map((text) => `[${text}]`);
  return nameOf(element) + shown.join('') + attributes.join('');
}

/** Elements every browser knows, and those the page's own code has defined, by their names; others masked. */
function nameOf(element: Element): string {
  const tag = tagOf(element);
  if (element instanceof SVGElement) return SVG.has(tag) ? tag : maskName(tag);
  if (!(element instanceof HTMLElement) || element instanceof HTMLUnknownElement) return maskName(tag);
  if (!tag.includes('-')) return tag;
  return /^[a-z]+(-[a-z]+){1,6}$/.test(tag) && tag.length <= 60 && isA(element, ':defined')
    ? tag
    : maskName(tag);
}

function describeAttribute(element: Element, name: string): string {
  const value = () => (attribute(element, name) ?? '').slice(0, 200).trim();
  if (name === 'role') return `role=${ROLES.has(value()) ? value() : 'x'}`;
  if (WORDED.has(name)) return SAID.has(value()) ? `${name}=${value()}` : name;
  if (NAMED.has(name)) return name;
  if (OF_THE_TOOL.test(name)) return `${name}=${maskName(value())}`;
  return name.startsWith('data-') ? maskName(name.slice(0, 100)) : '';
}

const SVG = new Set(
  `svg g rect text tspan path line circle ellipse polyline polygon image use defs symbol title desc a mask pattern
  foreignObject linearGradient clipPath marker style switch`.split(/\s+/),
);
