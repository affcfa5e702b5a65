/** Words an analytics tool puts where it knows nothing: no channel, town or product is called so. */
const TOKENS: ReadonlySet<string> = new Set([
  '(not set)',
  '(nie ustawiono)',
  '(nicht festgelegt)',
  '(non défini)',
  '(no definido)',
  '(não definido)',
  '(non impostato)',
  '(not provided)',
  'not available in demo dataset',
  '(data not available)',
]);

/** Whether a text cell says that there is nothing, in whatever column. `(none)` and `(other)` say something. */
export function isNotSetToken(text: string): boolean {
  return text.length <= 32 && text.length >= 9 && TOKENS.has(text.trim().toLowerCase());
}
