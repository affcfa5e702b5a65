import { AppError } from '../../core/app-error';
import { keysOf, type MadeOfData, type RootRecord } from '../../store/root-record';
import { fromJsonValue, toJsonValue } from '../../store/stored-value';

/** What of the root goes into a backup: what is made of the captures is made anew, and versions are this computer's. */
type Portable = Omit<RootRecord, 'dataVersion' | 'dataset' | 'summary' | keyof MadeOfData>;

export interface PortableRoot {
  /** JSON, with `{"$block": n}` for the key of the n-th block. */
  readonly json: unknown;
  /** Keys of the blocks, in the order they are numbered. */
  readonly blocks: readonly string[];
}

/** The root in a form that is the same wherever and whenever it is kept. */
export function portableRoot(root: RootRecord): PortableRoot {
  const { dataVersion: _, dataset: _d, summary: _s, badges: _b, answers: _a, ...portable } = root;
  const keys = keysOf({ ...portable, dataVersion: 0, dataset: null, summary: null });
  const numbers = new Map<string, number>();
  const numbered = (json: unknown): unknown => {
    if (typeof json === 'string') {
      if (!keys.has(json)) return json;
      const n = numbers.get(json) ?? numbers.size;
      numbers.set(json, n);
      return { $block: n };
    }
    if (Array.isArray(json)) return json.map(numbered);
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(Object.entries(json).map(([key, inner]) => [key, numbered(inner)]));
  };
  return { json: numbered(toJsonValue(portable)), blocks: [...numbers.keys()] };
}

/** The other way round, with the keys the blocks have here. @throws AppError `backup/damaged`, `backup/newer`. */
export function rootOfPortable(json: unknown, blocks: readonly string[]): Portable {
  const keyed = (from: unknown): unknown => {
    if (Array.isArray(from)) return from.map(keyed);
    if (typeof from !== 'object' || from === null) return from;
    if ('$block' in from) {
      const key = blocks[from.$block as number];
      if (key === undefined) throw new AppError('backup/damaged');
      return key;
    }
    return Object.fromEntries(Object.entries(from).map(([key, inner]) => [key, keyed(inner)]));
  };
  const root = fromJsonValue(keyed(json)) as Partial<Portable> | null;
  if (typeof root !== 'object' || root === null || !Array.isArray(root.captures))
    throw new AppError('backup/damaged');
  if (root.format !== 1 && root.format !== 2) throw new AppError('backup/newer');
  return root as Portable;
}
