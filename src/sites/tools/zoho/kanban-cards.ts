import { cellText } from '../../page/cell-text';
import { all, firstChildOf, isA, isShown, nextOf, one, parentOf } from '../../page/dom';
import { inPolish } from '../../page/in-polish';
import type { Pace } from '../../page/pace';
import { titlesOf } from '../../page/title-of';
import { uniqueNames } from '../../page/unique-names';
import type { Page, PageTable, RowPass } from '../../page-reader';
import { recordOf } from './record-of';

export const CARD = 'lyte-card.crm-kv-card';
const LINK = 'a[id]';

/**
 * Cards by stage as a list: name, what else each card says, the stage it stands under, the record's id. Cards carry no
 * names of their fields: where all say as many things each is a column, otherwise they stay together in one.
 */
export async function readCards(board: Element, page: Page, pace: Pace): Promise<PageTable | null> {
  const first = cardsOf(board);
  if (first.length === 0 || first.some((card) => one(card, LINK) === null)) return null;
  const counts = new Set(first.map((card) => detailsOf(card).length));
  const apart = counts.size === 1 ? ([...counts][0] ?? 0) : null;
  if (pace.due()) await pace.rest();
  const [name, details, stage, id] = inPolish(page)
    ? ['Nazwa', 'Szczegóły', 'Etap', 'ID rekordu']
    : ['Name', 'Details', 'Stage', 'Record Id'];
  const own = apart === null ? [details] : Array.from({ length: apart }, () => '');
  const columns = uniqueNames([name, ...own, stage, id].map((header) => header ?? ''));

  const rowOf = (card: Element): string[] => {
    const link = one(card, LINK);
    const said = detailsOf(card);
    const between = apart === null ? [said.join(' · ')] : own.map((_, i) => said[i] ?? '');
    return [link === null ? '' : cellText(link), ...between, stageOf(card, board), recordOf(card)];
  };
  return {
    element: board,
    title: titlesOf(page)(board),
    columns,
    rowCount: first.length,
    rowsStated: null,
    totals: null,
    dateRange: null,
    account: null,
    property: null,
    notes: [],
    pass: () => passOver(cardsOf(board), rowOf),
  };
}

function passOver(cards: readonly Element[], rowOf: (card: Element) => string[]): RowPass {
  let at = 0;
  let given: Element | null = null;
  return {
    next() {
      given = cards[at++] ?? given;
      return at > cards.length || given === null ? null : rowOf(given);
    },
    key: () => (given === null ? null : recordOf(given) || null),
    element: () => given,
  };
}

const cardsOf = (board: Element): readonly Element[] => all(board, CARD).filter(isShown);

/** Texts of the card beside its name, each as its component says it. */
function detailsOf(card: Element): readonly string[] {
  const link = one(card, LINK);
  return all(card, 'lyte-text')
    .filter((text) => one(text, 'lyte-text,a[id]') === null && !(link !== null && isIn(text, link)))
    .map((text) => cellText(text))
    .filter((text) => text !== '');
}

const isIn = (element: Element, outer: Element): boolean => Node.prototype.contains.call(outer, element);

/** What stands above the nearest group of cards, without how many there are. */
function stageOf(card: Element, board: Element): string {
  for (let inner = card; ; ) {
    const outer = parentOf(inner);
    if (outer === null) return '';
    for (let child = firstChildOf(outer); child !== null && child !== inner; child = nextOf(child)) {
      if (isA(child, CARD) || one(child, CARD) !== null) continue;
      const label = one(child, 'lyte-text') ?? child;
      const said = cellText(label).replace(/\s*\(?\d+\)?$/, '');
      if (said !== '') return said;
    }
    if (outer === board) return '';
    inner = outer;
  }
}
