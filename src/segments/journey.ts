import { textAt } from '../core/column';
import { kindCounts } from './engine/kind-counts';
import { measurePeople } from './engine/measure-people';
import { memo } from './engine/memo';
import type { Scope } from './engine/scope';
import type { Stages } from './engine/stages';
import { rhythm } from './rhythm';
import { JOURNEY_STAGES, type JourneyStage } from './rule/rule';

/** A buyer has lapsed after this many times the usual gap between buys. */
export const LAPSE_FACTOR = 3;

export const stageBit = (stage: JourneyStage) => 1 << JOURNEY_STAGES.indexOf(stage);
const BUYER = stageBit('first-purchase') | stageBit('retention') | stageBit('advocacy') | stageBit('lapsed');
const PROSPECT = stageBit('awareness') | stageBit('consideration') | stageBit('decision');

const DECIDED = 1;
const CONSIDERED = 2;
const SPOKE = 4;

export const DECISION_KINDS = ['cart', 'checkout'];
export const CONSIDERATION_KINDS = [
  'visit',
  'page-view',
  'search',
  'sign-up',
  'mail-open',
  'mail-click',
  'social',
  'feature-use',
  'support',
  'survey',
];
export const ADVOCACY_KINDS = ['review', 'referral'];

/** Words in which CRMs name their own stages, as whole lower-case names. */
export const CRM_STAGES: Readonly<Record<string, number>> = {
  subscriber: stageBit('awareness'),
  subskrybent: stageBit('awareness'),
  lead: stageBit('consideration'),
  prospect: stageBit('consideration'),
  marketingqualifiedlead: stageBit('consideration'),
  'marketing qualified lead': stageBit('consideration'),
  mql: stageBit('consideration'),
  'lead zakwalifikowany przez marketing': stageBit('consideration'),
  salesqualifiedlead: stageBit('decision'),
  'sales qualified lead': stageBit('decision'),
  sql: stageBit('decision'),
  'lead zakwalifikowany przez sprzedaż': stageBit('decision'),
  opportunity: stageBit('decision'),
  'szansa sprzedaży': stageBit('decision'),
  customer: BUYER,
  klient: BUYER,
  evangelist: stageBit('advocacy'),
  ambasador: stageBit('advocacy'),
};

/**
 * The stage each person is at, read from what is held; exactly one applies, and what can't be told is left open.
 *
 * Buyers: *lapsed* when silent for more than `LAPSE_FACTOR` × the usual gap (everyone's median, or their own where
 * that is longer); else *advocacy* with a review, a referral or an NPS of 9 or 10 and two orders; *retention* with two
 * orders; *first purchase* with one. Others: *decision* with a cart or checkout, *consideration* with any other sign
 * of their own (visit, search, sign-up, mail opened…) or a CRM stage that says so, else *awareness*.
 */
export function journey(scope: Scope): Stages {
  const { dataset, asOf } = scope;
  return memo(dataset, `journey ${asOf}`, () => {
    const people = dataset.people.size;
    const possible = new Uint8Array(people);
    const orders = measurePeople(scope, { of: 'orders', stat: 'count' }, { kind: 'lifetime' });
    const silent = measurePeople(scope, { of: 'orders', stat: 'days-since-last' }, { kind: 'lifetime' });
    const own = measurePeople(scope, { of: 'orders', stat: 'median-gap' }, { kind: 'lifetime' });
    const usual = rhythm(scope);
    const signs = signsOf(scope);
    const eventsHeld = dataset.events.time.some((time) => time <= asOf);
    const stageColumn = dataset.people.columns.get('lifecycleStage');
    const nps = dataset.people.columns.get('nps');

    for (let p = 0; p < people; p++) {
      const stage = stageColumn?.type === 'text' ? textAt(stageColumn, p) : null;
      const says = stage === null ? 0 : (CRM_STAGES[stage.trim().toLowerCase()] ?? 0);
      const n = orders.values[p]!;
      if (n >= 1) {
        const advocate = (signs[p]! & SPOKE) !== 0 || (nps?.type === 'number' && nps.values[p]! >= 9);
        const kept =
          n === 1 ? stageBit('first-purchase') : advocate ? stageBit('advocacy') : stageBit('retention');
        if (usual === null) possible[p] = kept | stageBit('lapsed');
        else {
          const gap = Number.isNaN(own.values[p]) ? usual.days : Math.max(usual.days, own.values[p]!);
          possible[p] = silent.values[p]! > LAPSE_FACTOR * gap ? stageBit('lapsed') : kept;
        }
        continue;
      }
      if ((says & BUYER) !== 0) {
        // Bought, says the CRM, and no order of theirs is held: which kind of buyer stays open.
        possible[p] = says;
        continue;
      }
      let now = 0;
      if ((signs[p]! & DECIDED) !== 0) now = stageBit('decision');
      else if ((says & PROSPECT) !== 0)
        now =
          says & stageBit('awareness') && (signs[p]! & CONSIDERED) !== 0 ? stageBit('consideration') : says;
      else if ((signs[p]! & CONSIDERED) !== 0) now = stageBit('consideration');
      else now = eventsHeld ? stageBit('awareness') : PROSPECT;
      // Without orders held, any of them may have bought.
      possible[p] = orders.held || says !== 0 ? now : now | BUYER;
    }
    return { possible };
  });
}

/** What each person has done up to the as-of, as `DECIDED`, `CONSIDERED` and `SPOKE` bits. */
function signsOf(scope: Scope): Uint8Array {
  const { counts, kinds } = kindCounts(scope);
  // No kind stated is no sign.
  const signOf = [0, ...scope.dataset.events.kind.dictionary.map(signOfKind)];
  const out = new Uint8Array(scope.dataset.people.size);
  for (let p = 0; p < out.length; p++) {
    let signs = 0;
    for (let k = 0; k < kinds; k++) if (counts[p * kinds + k] !== 0) signs |= signOf[k]!;
    out[p] = signs;
  }
  return out;
}

function signOfKind(kind: string): number {
  if (DECISION_KINDS.includes(kind)) return DECIDED;
  if (CONSIDERATION_KINDS.includes(kind)) return CONSIDERED;
  return ADVOCACY_KINDS.includes(kind) ? SPOKE : 0;
}

/** Days of silence after which somebody of the usual rhythm counts as lapsed; null where no rhythm is known. */
export function lapseDays(scope: Scope): number | null {
  const usual = rhythm(scope);
  return usual === null ? null : Math.ceil(LAPSE_FACTOR * usual.days);
}
