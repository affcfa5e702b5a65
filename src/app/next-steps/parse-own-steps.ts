import { type NextSteps, type OwnNextSteps, STEP_ASPECTS } from '../../compare/next-steps/next-steps';

const LONGEST = 2000;

/** Whatever stood in the store, kept where it is what it should be. */
export function parseOwnSteps(raw: unknown): readonly OwnNextSteps[] {
  return Array.isArray(raw) ? raw.flatMap(parseOne) : [];
}

function parseOne(raw: unknown): OwnNextSteps[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const { segmentId, aim, steps } = raw as Readonly<Record<string, unknown>>;
  if (typeof segmentId !== 'string' || segmentId === '') return [];
  if (aim !== null && typeof aim !== 'string') return [];
  if (typeof steps !== 'object' || steps === null) return [];
  const texts = steps as Readonly<Record<string, unknown>>;
  const text = (aspect: string) => {
    const said = texts[aspect];
    return typeof said === 'string' ? said.slice(0, LONGEST) : '';
  };
  return [{ segmentId, aim, steps: Object.fromEntries(STEP_ASPECTS.map((a) => [a, text(a)])) as NextSteps }];
}
