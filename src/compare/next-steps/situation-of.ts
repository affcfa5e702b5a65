import type { en } from '../../i18n/en/next-steps';

/** What kind of group a segment is to whoever has to do something about it. */
export type Situation = keyof typeof en.situation;

const BY_ID: readonly (readonly [Situation, RegExp])[] = [
  ['best', /^(champions|big-spenders|frequent|advocates|journey-advocacy|heavy)$/],
  [
    'loyal',
    /^(loyal|potential-loyalists?|repeat|regulars|lifecycle-(returning|resurrecting)|journey-retention|tier.*|yearly|medium)$/,
  ],
  ['new', /^(new|promising|one-time|lifecycle-new|journey-first-purchase|activated)$/],
  [
    'slipping',
    /^(at-risk|cant-lose|about-to-sleep|need-attention|slipping-away|fading.*|switching|declining-use|mail-silent)$/,
  ],
  ['gone', /^(hibernating|lifecycle-dormant|win-back|silent.*|journey-lapsed)$/],
  ['bargain', /^(discount-only|benefit-price)$/],
  ['quality', /^(full-price|benefit-premium|benefit-novelty|big-baskets|category-lovers)$/],
  ['service', /^(refund-prone|detractors|benefit-service|benefit-convenience)$/],
  [
    'engaged',
    /^(mail-engaged|site-engaged|social-engaged|multi-channel|channel.*|power-features|basics-only|light)$/,
  ],
  ['prospect', /^(never-activated|journey-(awareness|consideration|decision))$/],
  ['occasion', /^(occasion.*|own-occasion.*|birthday|december-only|weekend|weekday|gift.*)$/],
];

/** By what a ready segment is; a person's own is whatever they say, so it gets what holds for any group. */
export function situationOf(segmentId: string, grain: 'person' | 'aggregate'): Situation {
  if (grain === 'aggregate') return 'rows';
  const id = segmentId.startsWith('library:') ? segmentId.slice('library:'.length) : null;
  if (id === null) return 'any';
  return BY_ID.find(([, of]) => of.test(id))?.[0] ?? 'any';
}
