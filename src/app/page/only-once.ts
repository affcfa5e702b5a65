/** A symbol, for a page's named elements can stand in for any other property of its window. */
const HERE = Symbol.for('segment-lens/page');

/**
 * Starts what is put into a page once, however often it is put there. One left behind by an earlier version of the
 * extension, which can't reach it any more, is replaced.
 */
export function onlyOnce(scope: object, alive: () => boolean, start: () => void): void {
  const here: unknown = Reflect.get(scope, HERE);
  if (typeof here === 'function' && here() === true) return;
  Reflect.set(scope, HERE, () => {
    try {
      return alive();
    } catch {
      return false;
    }
  });
  start();
}
