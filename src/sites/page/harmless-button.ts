import { all, attribute, closestOf, tagOf, textOf } from './dom';
import { plainText } from './plain-text';

/** Whatever else such a button claims to be. */
const NEVER =
  /delet|remov|destroy|usuń|usun|skasuj|kasuj|wyczyść|submit|send|wyślij|wyslij|buy|purchase|kup\b|pay\b|zapłać|zaplac|checkout|order now|zamów|save|zapisz|publish|opublikuj|archiv|log ?out|sign ?out|wyloguj|confirm|potwierdź|potwierdz|accept|akceptuj|unsubscribe|wypisz|download|pobierz|export|eksport|\bimport\b/i;

/**
 * Whether pressing it can't leave the page, send a form, open a menu or do what is named after deleting, sending or
 * paying. That it does what is wanted is another question.
 */
export function isHarmless(element: Element): boolean {
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
export function namesOf(element: Element): readonly string[] {
  const said = textOf(element) ?? '';
  return [
    attribute(element, 'aria-label') ?? '',
    attribute(element, 'title') ?? '',
    said.length > 200 ? '' : said,
  ]
    .map(plainText)
    .filter((name) => name !== '');
}
