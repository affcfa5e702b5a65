import { all, attribute, closestOf, isA, isShown, tagOf, textOf } from './dom';
import { plainText } from './plain-text';

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
/** Whatever else such a button claims to be. */
const NEVER =
  /delet|remov|destroy|usuń|usun|skasuj|kasuj|wyczyść|submit|send|wyślij|wyslij|buy|purchase|kup\b|pay\b|zapłać|zaplac|checkout|order now|zamów|save|zapisz|publish|opublikuj|archiv|log ?out|sign ?out|wyloguj|confirm|potwierdź|potwierdz|accept|akceptuj|unsubscribe|wypisz|download|pobierz|export|eksport|\bimport\b/i;

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

function isHarmless(element: Element): boolean {
  const tag = tagOf(element);
  if (tag === 'button') {
    // A button says "submit" where it says nothing; only one without a form submits nothing.
    if (
      element instanceof HTMLButtonElement &&
      element.form !== null &&
      attribute(element, 'type') !== 'button'
    )
      return false;
    if (attribute(element, 'type') === 'reset' || attribute(element, 'formaction') !== null) return false;
  } else if (tag === 'a') {
    if (!staysHere(element)) return false;
  } else if (
    all(element, 'a[href],button[type=submit],input').length > 0 ||
    closestOf(element, 'a[href]') !== null
  ) {
    return false;
  }
  const said = [...namesOf(element), attribute(element, 'id') ?? '', attribute(element, 'class') ?? ''].join(
    ' ',
  );
  if (NEVER.test(said)) return false;
  return (attribute(element, 'aria-haspopup') ?? 'false') === 'false';
}

/** A link without an address, or to a place on the same page; a hash with a path of its own is an address too. */
function staysHere(link: Element): boolean {
  if (attribute(link, 'target') !== null && attribute(link, 'target') !== '_self') return false;
  if (attribute(link, 'download') !== null || attribute(link, 'ping') !== null) return false;
  const href = attribute(link, 'href')?.trim();
  if (href === undefined || href === '#' || href === '') return href !== '';
  return /^javascript:\s*(?:void\s*\(?\s*0\s*\)?|;)?\s*;?$/i.test(href) || /^#[\w=&-]*$/.test(href);
}

/** What it is called, by label, title or text: any of them may be the one that says it. */
function namesOf(element: Element): readonly string[] {
  const said = textOf(element) ?? '';
  return [
    attribute(element, 'aria-label') ?? '',
    attribute(element, 'title') ?? '',
    said.length > 200 ? '' : said,
  ]
    .map(plainText)
    .filter((name) => name !== '');
}
