import type { Label } from '../../core/label';
import type { LibraryEntry } from '../library-entry';
import { INTERVAL_MONTHS, type LifecycleInterval } from '../lifecycle';
import type { Profile } from '../profile';
import { RFM_CELLS, RFM_LEAST_BUYERS, rfm } from '../rfm/rfm';
import type { LifecycleStage, RfmGroup } from '../rule/rule';
import { threshold } from '../rule/rule-parts';
import type { Threshold } from '../segment';
import { LIFECYCLE_LABELS, RFM_LABELS } from '../stage-labels';

const rfmNeeds: Label = {
  en: `Orders with a customer and a date, from at least ${RFM_LEAST_BUYERS} buyers.`,
  pl: `Zamówienia z klientem i datą, od co najmniej ${RFM_LEAST_BUYERS} kupujących.`,
};

function group(id: RfmGroup, colour: number, description: Label): LibraryEntry {
  return {
    id,
    kind: 'value',
    name: RFM_LABELS[id],
    description,
    needs: rfmNeeds,
    colour,
    make: (profile) => {
      const scores = rfm(profile.scope);
      return scores.held ? { rule: { kind: 'rfm', groups: [id] }, thresholds: cuts(profile, id) } : null;
    },
  };
}

/** What the scores of the group's cells mean in days and orders. */
function cuts(profile: Profile, id: RfmGroup): Threshold[] {
  const { recency, frequency } = rfm(profile.scope);
  const { r, f } = RFM_CELLS[id];
  const within = (bands: typeof recency.bands, [lo, hi]: readonly [number, number]) =>
    bands.filter(({ score }) => score >= lo && score <= hi);
  const days = within(recency.bands, r);
  const counts = within(frequency.bands, f);
  const range = ([lo, hi]: readonly [number, number]) => (lo === hi ? `${lo}` : `${lo}–${hi}`);
  const out: Threshold[] = [];
  const from = (score: string, en: string, pl: string): Label => ({
    en: `${score} out of 5: quintiles of buyers, ${en}`,
    pl: `${score} na 5: kwintyle kupujących, ${pl}`,
  });
  if (days.length > 0) {
    const of = from(`R ${range(r)}`, 'from the longest ago', 'od najdawniejszego zakupu');
    out.push(
      threshold(
        { en: 'Days since last order, from', pl: 'Dni od ostatniego zamówienia, od' },
        Math.min(...days.map((b) => b.from)),
        'days',
        recency.n,
        of,
      ),
      threshold(
        { en: 'Days since last order, to', pl: 'Dni od ostatniego zamówienia, do' },
        Math.max(...days.map((b) => b.to)),
        'days',
        recency.n,
        of,
      ),
    );
  }
  if (counts.length > 0) {
    const of = from(`F ${range(f)}`, 'from the fewest orders', 'od najmniejszej liczby zamówień');
    out.push(
      threshold(
        { en: 'Orders, from', pl: 'Zamówienia, od' },
        Math.min(...counts.map((b) => b.from)),
        'orders',
        frequency.n,
        of,
      ),
      threshold(
        { en: 'Orders, to', pl: 'Zamówienia, do' },
        Math.max(...counts.map((b) => b.to)),
        'orders',
        frequency.n,
        of,
      ),
    );
  }
  return out;
}

function stage(id: LifecycleStage, colour: number, description: Label): LibraryEntry {
  return {
    id: `lifecycle-${id}`,
    kind: 'value',
    name: LIFECYCLE_LABELS[id],
    description,
    needs: {
      en: 'Orders (or events) with a customer and a date, over at least two intervals.',
      pl: 'Zamówienia (lub zdarzenia) z klientem i datą, z co najmniej dwóch okresów.',
    },
    colour,
    make: (profile) => {
      const usual = profile.rhythm;
      if (profile.buyers === 0 && profile.rows('events') === 0) return null;
      const interval = intervalFor(usual?.days ?? null);
      const months = INTERVAL_MONTHS[interval];
      return {
        rule: { kind: 'lifecycle', stages: [id], interval },
        thresholds: [
          threshold({ en: 'Interval, months', pl: 'Okres, miesiące' }, months, 'number', usual?.n ?? 0, {
            en: usual
              ? `the shortest of 1, 3 and 12 months that holds the median gap between orders, ${usual.days} days`
              : 'nobody has bought twice yet, so a month',
            pl: usual
              ? `najkrótszy z 1, 3 i 12 miesięcy, w którym mieści się mediana odstępu między zamówieniami (${usual.days} dni)`
              : 'nikt nie kupił jeszcze dwa razy, więc miesiąc',
          }),
        ],
      };
    },
  };
}

function intervalFor(gapDays: number | null): LifecycleInterval {
  if (gapDays === null || gapDays <= 30) return 'month';
  return gapDays <= 91 ? 'quarter' : 'year';
}

export default [
  group('champions', 0, {
    en: 'Bought very recently and among the most often. Your best customers now: look after them, ask them for reviews, show them new things first.',
    pl: 'Kupili bardzo niedawno i należą do kupujących najczęściej. Dziś najlepsi klienci: warto o nich dbać, prosić o opinie i pokazywać im nowości jako pierwszym.',
  }),
  group('loyal', 1, {
    en: 'Buy often, and bought not long ago. Keep the rhythm going: a programme, a bundle, a next step up.',
    pl: 'Kupują często i kupili niedawno. Warto podtrzymać rytm: program lojalnościowy, zestaw, propozycja o poziom wyżej.',
  }),
  group('potential-loyalists', 2, {
    en: 'Recent buyers with a few orders. One more good purchase makes them regulars.',
    pl: 'Niedawni kupujący z kilkoma zamówieniami. Jeszcze jeden udany zakup i zostaną stałymi klientami.',
  }),
  group('new', 3, {
    en: 'Bought very recently, among the fewest times. A welcome series and a reason for the second order matter most here.',
    pl: 'Kupili bardzo niedawno, ale najmniej razy. Tu najwięcej daje seria powitalna i powód do drugiego zamówienia.',
  }),
  group('promising', 4, {
    en: 'Bought fairly recently, among the fewest times. Remind them before the first impression fades.',
    pl: 'Kupili dość niedawno, ale najmniej razy. Warto się przypomnieć, zanim zatrze się pierwsze wrażenie.',
  }),
  group('need-attention', 5, {
    en: 'In the middle on both counts: neither recent nor frequent any more. A well-timed offer decides which way they go.',
    pl: 'Pośrodku pod obydwoma względami: już nie kupują ani niedawno, ani często. Dobrze dobrana w czasie oferta rozstrzyga, co dalej.',
  }),
  group('about-to-sleep', 6, {
    en: 'Bought few times, and some while ago. Bring them back with what they looked at or bought before they forget you.',
    pl: 'Kupili niewiele razy i już jakiś czas temu. Warto wrócić z tym, co oglądali lub kupowali, zanim zapomną o marce.',
  }),
  group('at-risk', 7, {
    en: 'Used to buy often and have not for a long time. Worth a personal message: they knew you well.',
    pl: 'Kupowali często, ale dawno nie wrócili. Warto napisać do nich osobiście: dobrze znają markę.',
  }),
  group('cant-lose', 0, {
    en: 'Among the most frequent buyers of all, and long gone. Few and valuable: call, ask what went wrong, make it right.',
    pl: 'Należeli do kupujących najczęściej, a zamilkli na długo. Jest ich niewielu i są cenni: zadzwonić, zapytać, naprawić.',
  }),
  group('hibernating', 1, {
    en: 'Bought few times, long ago. Cheap reminders only; leave them out of costly campaigns.',
    pl: 'Kupili niewiele razy i dawno temu. Tylko tanie przypomnienia; lepiej pominąć ich w kosztownych kampaniach.',
  }),
  stage('new', 2, {
    en: 'Bought in the latest interval and were created in it. How many there are is what acquisition brings.',
    pl: 'Kupili w ostatnim okresie i w nim się pojawili. Ich liczba to to, co daje pozyskiwanie.',
  }),
  stage('returning', 3, {
    en: 'Bought in the latest interval and in the one before. The core that keeps coming.',
    pl: 'Kupili w ostatnim okresie i w poprzednim. Trzon, który stale wraca.',
  }),
  stage('resurrecting', 4, {
    en: 'Bought in the latest interval after missing the one before. See what brought them back, and repeat it.',
    pl: 'Kupili w ostatnim okresie, choć poprzedni opuścili. Warto sprawdzić, co ich przywróciło, i to powtórzyć.',
  }),
  stage('dormant', 5, {
    en: 'Bought in the interval before and not in the latest. Freshly missing, so the easiest to bring back.',
    pl: 'Kupili w poprzednim okresie, a w ostatnim już nie. Brakuje ich od niedawna, więc najłatwiej ich odzyskać.',
  }),
] satisfies readonly LibraryEntry[];
