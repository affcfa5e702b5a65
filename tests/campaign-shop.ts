import { seededRandom } from '../src/core/seeded-random';

/** A made-up shop whose orders carry the campaigns that an ad platform's report has the cost of. */
const CAMPAIGNS = ['Tea - Brand', 'Coffee - PMax', 'Gifts'];
const random = seededRandom(7);

export interface Sold {
  readonly id: number;
  readonly email: string;
  readonly day: string;
  readonly total: number;
  readonly campaign: string;
}

/** A year of orders before September and September itself; newcomers only in September. */
export const sold: readonly Sold[] = Array.from({ length: 420 }, (_, i) => {
  const september = i >= 220;
  const month = september ? 9 : 1 + (i % 8);
  const buyer = september && i % 3 === 0 ? 500 + i : Math.floor(random() * 150);
  const named = ['tea - brand', 'COFFEE - PMax', 'Newsletter', ''][Math.floor(random() * 4)] as string;
  return {
    id: i,
    email: `b${buyer}@example.com`,
    day: `2026-${String(month).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
    total: 20 + Math.floor(random() * 300),
    campaign: september ? named : '',
  };
});
export const campaignOrdersCsv = [
  'Order ID,Email,Order date,Order total,Currency,Order campaign',
  ...sold.map((o) => [o.id + 1000, o.email, o.day, o.total.toFixed(2), 'PLN', o.campaign].join(',')),
].join('\n');
/** As Google Ads writes it: a title, a range, money as text. */
export const campaignSpendCsv = [
  'Campaign report',
  '1 September 2026 - 30 September 2026',
  'Campaign status,Campaign,Budget,Currency code,Status,Campaign type,Clicks,Impr.,CTR,Cost,Avg. CPC,Conversions,Cost / conv.,Conv. rate,Conv. value',
  `Enabled,${CAMPAIGNS[0]},40.00,PLN,Eligible,Search,412,"9,120",4.52%,1200.00,2.92,36.00,33.43,8.74%,"5,410.20"`,
  `Enabled,${CAMPAIGNS[1]},25.00,PLN,Eligible,Performance Max,"1,603","31,193",5.14%,3000.00,1.75,49.00,57.12,3.06%,"11,286.58"`,
  `Enabled,${CAMPAIGNS[2]},25.00,PLN,Eligible,Display,20,"1,193",5.14%,300.00,1.75, --, --, --, --`,
].join('\n');

export const soldIn = (month: string): readonly Sold[] => sold.filter(({ day }) => day.startsWith(month));
/** In September, whatever the case of the name. */
export const soldUnder = (name: string): readonly Sold[] =>
  soldIn('2026-09').filter(({ campaign }) => campaign.toLowerCase() === name.toLowerCase());
