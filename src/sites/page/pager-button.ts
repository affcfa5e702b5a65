import { attribute, closestOf, isA, isShown, textOf } from './dom';
import { isHarmless, namesOf } from './harmless-button';

export type PagerStep = 'next' | 'previous' | 'first';

/** Buttons known by their markup, whatever the language. */
const SHAPES: Readonly<Record<PagerStep, string>> = {
  next:
    '[rel=next],[data-next-page=true],button#nextURL,.mat-mdc-paginator-navigation-next,.mat-paginator-navigation-next,' +
    '.paginate_button.next,.dt-paging-button.next,.ant-pagination-next>*,.p-paginator-next,.next-page,.pagination-next',
  previous:
    '[rel=prev],[data-previous-page=true],[data-prev-page=true],button#previousURL,.mat-mdc-paginator-navigation-previous,' +
    '.mat-paginator-navigation-previous,.paginate_button.previous,.dt-paging-button.previous,.ant-pagination-prev>*,' +
    '.p-paginator-prev,.prev-page,.pagination-previous',
  first:
    '[data-first-page=true],.mat-mdc-paginator-navigation-first,.mat-paginator-navigation-first,.paginate_button.first,' +
    '.dt-paging-button.first,.p-paginator-first,.first-page,.pagination-first',
};

const GO = '(?:(?:go to|przejdź do|idź do) (?:the )?)?';
/** Said in full, a page is meant wherever the button stands. */
const PAGE_WORDS: Readonly<Record<PagerStep, RegExp>> = {
  next: new RegExp(
    `^${GO}(?:next page|next results|następn(?:a|ej) stron[ay]|kolejn(?:a|ej) stron[ay]|nächste seite|page suivante|página siguiente)$`,
    'iu',
  ),
  previous: new RegExp(
    `^${GO}(?:prev(?:ious)? page|poprzedni(?:a|ej) stron[ay]|vorherige seite|page précédente|página anterior)$`,
    'iu',
  ),
  first: new RegExp(
    `^${GO}(?:first page|pierwsz(?:a|ej) stron[ay]|erste seite|première page|primera página)$`,
    'iu',
  ),
};
/** Said in short, only inside a pager. */
const SHORT_WORDS: Readonly<Record<PagerStep, RegExp>> = {
  next: /^(?:next|następn[ae]|następny|kolejn[ae]|dalej|nächste|weiter|suivante?|siguiente)\s*[›»→>]?$|^(?:[›→>]|chevron_right|navigate_next|keyboard_arrow_right|arrow_forward(?:_ios)?)$/iu,
  previous:
    /^[‹«←<]?\s*(?:prev(?:ious)?|poprzedni[ae]?|wstecz|zurück|vorherige|précédente?|anterior)$|^(?:[‹←<]|chevron_left|navigate_before|keyboard_arrow_left|arrow_back(?:_ios)?)$/iu,
  first: /^(?:first|pierwsza|początek|erste|première|primera)$|^(?:«|⟪|\|<|<<|first_page)$/iu,
};
/** "Load more" adds to the rows that are there. */
const MORE_WORDS =
  /^(?:(?:load|show|view|see) more(?: (?:rows|results|entries|items))?|(?:pokaż|załaduj|wczytaj|wyświetl|zobacz) (?:więcej|kolejne)(?: (?:wierszy|wyników|pozycji|wiersze|wyniki|pozycje))?|mehr (?:anzeigen|laden)|(?:voir|afficher) plus|(?:ver|cargar|mostrar) más)(?:\s*[….]*)$/iu;

const PAGER = '[class*=pagin i],[class*=pager i],[aria-label*=pagin i],[data-pagination]';
/** What also goes step by step, and is no pager. */
const NO_PAGER =
  '[class*=carousel i],[class*=slider i],[class*=swiper i],[class*=slick i],[class*=calendar i],[class*=datepicker i],' +
  '[class*=wizard i],[class*=stepper i],[class*=checkout i],[role=dialog],[role=menu],[role=listbox],[role=tablist]';
const MOST_PAGER_TEXT = 300;

/** Elements a person presses. */
export const PRESSABLE = 'button,a,[role=button],[role=link]';

/**
 * Whether pressing this surely turns a page of the list and does nothing else: no submit button, no link to another
 * address, no menu, nothing named after deleting, sending or paying.
 * @param trusted the tool's own reader named it: its words need not say so, its safety is asked all the same
 */
export function isPagerButton(element: Element, step: PagerStep, trusted = false): boolean {
  if (!isA(element, PRESSABLE) || !isHarmless(element)) return false;
  if (trusted) return true;
  if (closestOf(element, NO_PAGER) !== null) return false;
  if (isA(element, SHAPES[step])) return true;
  const names = namesOf(element);
  if (names.some((name) => PAGE_WORDS[step].test(name))) return true;
  if (step === 'next' && names.some((name) => MORE_WORDS.test(name))) return true;
  return inPager(element) && names.some((name) => SHORT_WORDS[step].test(name));
}

/** A navigation may be of anything; one that counts pages is a pager. */
function inPager(element: Element): boolean {
  if (closestOf(element, PAGER) !== null) return true;
  const said = textOf(closestOf(element, 'nav,[role=navigation]') ?? element) ?? '';
  return /\d/.test(said) && said.length <= MOST_PAGER_TEXT;
}

/** The last page's button, or one that waits. */
export function isDisabled(element: Element): boolean {
  const around = closestOf(element, 'li');
  return [element, ...(around === null ? [] : [around])].some(isOff) || !isShown(element);
}

const isOff = (element: Element): boolean =>
  isA(element, '[disabled],[aria-disabled=true]') ||
  /(?:^|[\s_-])disabled(?:\s|$)/i.test(attribute(element, 'class') ?? '');
