/** Symbols, for a page's named elements can stand in for any other property of its window. */
const hereOf = (name: string) => Symbol.for(`segment-lens/${name}`);

/**
 * Starts what is put into a page once, however often it is put there. One left behind by an earlier version of the
 * extension, which can't reach it any more, is replaced.
 */
export function onlyOnce(scope: object, alive: () => boolean, start: () => void, name = 'page'): void {
  const key = hereOf(name);
  const here: unknown = Reflect.get(scope, key);
  if (typeof here === 'function' && here() === true) return;
  Reflect.set(scope, key, () => {
    try {
      return alive();
    } catch {
      return false;
    }
  });
  start();
}
