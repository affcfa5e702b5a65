import { describe, expect, it } from 'vitest';
import { chanceToBeat } from '../../src/stats/experiments/chance-to-beat';
import { cuped } from '../../src/stats/experiments/cuped';
import { sampleRatio } from '../../src/stats/experiments/sample-ratio';
import { differenceHomogeneity } from '../../src/stats/groups/difference-homogeneity';
import { estimateDifference } from '../../src/stats/means/estimate-difference';
import { meanEstimate } from '../../src/stats/means/mean-estimate';
import { ratioEstimate } from '../../src/stats/means/ratio-estimate';
import { newcombeDifference } from '../../src/stats/proportions/newcombe-difference';
import { proportionsTest } from '../../src/stats/proportions/proportions-test';
import { mannWhitney } from '../../src/stats/ranks/mann-whitney';
import { oddsHomogeneity } from '../../src/stats/strata/odds-homogeneity';
import { expectPrinted } from '../as-printed';
import { hasShared, sharedText } from '../shared-data';

type Arm = 'none' | 'mens' | 'womens';
type Outcome = 'visit' | 'conversion' | 'spend';
type Pair = readonly [number, number];

interface Printed {
  readonly arms: Readonly<
    Record<Arm, Readonly<Record<'n' | 'visit' | 'conv' | 'spend' | 'spend_ss', number>>>
  >;
  readonly rates: Readonly<Record<'visit' | 'conv' | 'spend', readonly number[]>>;
  readonly aov_delta: Readonly<Record<Arm, Pair>>;
  readonly skew_spend: Readonly<Record<Arm, number>>;
}

const ARMS: readonly Arm[] = ['none', 'mens', 'womens'];

describe.skipIf(!hasShared)(
  'Hillstrom, every arm and segment to the printed digits (needs shared data)',
  () => {
    const printed: Printed = hasShared
      ? JSON.parse(sharedText('reference/stats/hillstrom.json'))
      : Object.create(null);
    const rows = hasShared
      ? sharedText('data/hillstrom/hillstrom.csv.gz')
          .trim()
          .split(/\r?\n/)
          .slice(1)
          .map((line) => {
            // From the end: the second column holds commas.
            const cells = line.split(',');
            const arms: Readonly<Record<string, Arm>> = {
              'No E-Mail': 'none',
              'Mens E-Mail': 'mens',
              'Womens E-Mail': 'womens',
            };
            return {
              history: Number(cells.at(-10)),
              womens: cells.at(-8) === '1',
              newbie: cells.at(-6) === '1',
              arm: arms[cells.at(-4) ?? ''],
              visit: Number(cells.at(-3)),
              conversion: Number(cells.at(-2)),
              spend: Number(cells.at(-1)),
            };
          })
      : [];
    type Row = (typeof rows)[number];
    const of = (arm: Arm, also: (row: Row) => boolean = () => true) =>
      rows.filter((row) => row.arm === arm && also(row));
    const total = (list: readonly Row[], outcome: Outcome) =>
      list.reduce((sum, row) => sum + row[outcome], 0);
    const mean = (list: readonly Row[], outcome: Outcome) => meanEstimate(list.map((row) => row[outcome]));

    it.each(ARMS)('counts the people, visits, buyers and money of the arm "%s"', (arm) => {
      const list = of(arm);
      const { n, visit, conv, spend, spend_ss } = printed.arms[arm];
      expect([list.length, total(list, 'visit'), total(list, 'conversion')]).toEqual([n, visit, conv]);
      expectPrinted(total(list, 'spend'), spend);
      expectPrinted(
        list.reduce((sum, row) => sum + row.spend ** 2, 0),
        spend_ss,
      );
      const at = ARMS.indexOf(arm);
      expectPrinted(mean(list, 'visit').value, printed.rates.visit[at] ?? Number.NaN);
      expectPrinted(mean(list, 'conversion').value, printed.rates.conv[at] ?? Number.NaN);
      expectPrinted(mean(list, 'spend').value, printed.rates.spend[at] ?? Number.NaN);
    });

    it('was dealt evenly', () => {
      const test = sampleRatio(ARMS.map((arm) => of(arm).length));
      expectPrinted(test?.statistic, 0.20253125);
      expectPrinted(test?.p, 0.90369296);
    });

    it.each([
      ['mens', 'visit', 0.076589564, [0.069953308, 0.083226741], 505.62203, null],
      ['mens', 'conversion', 0.0068050065, [0.0050143447, 0.0086407234], 54.539915, 1.5232235e-13],
      ['womens', 'visit', 0.045233107, [0.038894095, 0.051574343], 194.57964, null],
      ['womens', 'conversion', 0.0031110575, [0.0015016571, 0.0047454713], 14.285081, 0.00015710513],
    ] as const)('compares "%s" with nobody mailed by %s', (arm, outcome, value, [lo, hi], statistic, p) => {
      const [mailed, none] = [of(arm), of('none')];
      const [x1, x2] = [total(mailed, outcome), total(none, outcome)];
      const difference = newcombeDifference(x1, mailed.length, x2, none.length);
      expectPrinted(difference.value, value);
      expectPrinted(difference.interval.lo, lo);
      expectPrinted(difference.interval.hi, hi);
      const test = proportionsTest([x1, x2], [mailed.length, none.length]);
      expectPrinted(test.statistic, statistic);
      if (p !== null) expectPrinted(test.p, p);
    });

    it.each([
      ['mens', 0.76982716, [0.48513973, 1.0545146], 5.3001404, 36_671.158, 1.163815e-7],
      ['womens', 0.42441222, [0.16895679, 0.67986764], 3.2563716, 40_064.884, 0.0011293971],
    ] as const)('compares "%s" with nobody mailed by spend', (arm, value, [lo, hi], t, df, p) => {
      const difference = estimateDifference(mean(of(arm), 'spend'), mean(of('none'), 'spend'));
      expectPrinted(difference?.value, value);
      expectPrinted(difference?.interval.lo, lo);
      expectPrinted(difference?.interval.hi, hi);
      expectPrinted(difference?.t, t);
      expectPrinted(difference?.df, df);
      expectPrinted(difference?.p, p);
    });

    it('ranks the spend of the mailed above by p', () => {
      const spend = (arm: Arm) => of(arm).map((row) => row.spend);
      expectPrinted(mannWhitney(spend('mens'), spend('none')).p, 1.5819988e-13);
    });

    it.each([
      ['visit', 0.00009134195, 0.066662469, 0.076411147, [0.069789485, 0.08303281]],
      ['spend', 0.0012228965, 0.020922547, 0.7674385, [0.48281285, 1.0520641]],
    ] as const)(
      'takes what people had spent before out of %s',
      (outcome, theta, correlation, value, [lo, hi]) => {
        const known = (list: readonly Row[]) => ({
          before: list.map((row) => row.history),
          outcome: list.map((row) => row[outcome]),
        });
        const out = cuped([known(of('mens')), known(of('none'))]);
        const [mens, none] = out?.groups ?? [];
        if (out === null || mens === undefined || none === undefined) throw new Error('nothing before');
        expectPrinted(out.theta, theta);
        expectPrinted(out.correlation, correlation);
        const difference = estimateDifference(mens, none);
        expectPrinted(difference?.value, value);
        expectPrinted(difference?.interval.lo, lo);
        expectPrinted(difference?.interval.hi, hi);
      },
    );

    it.each(ARMS)('has the order value of "%s" with its error by customer', (arm) => {
      const estimate = ratioEstimate(
        of(arm).map((row) => row.spend),
        of(arm).map((row) => row.conversion),
      );
      expectPrinted(estimate.value, printed.aov_delta[arm][0]);
      expectPrinted(Math.sqrt(estimate.variance), printed.aov_delta[arm][1]);
    });

    it.each(ARMS)('is as skewed in spend as R says in "%s"', (arm) => {
      const { variance, thirdMoment, n } = mean(of(arm), 'spend');
      expectPrinted((thirdMoment * n ** 2) / (variance * (n - 1)) ** 1.5, printed.skew_spend[arm]);
    });

    const counts = (arm: Arm, also: (row: Row) => boolean) => {
      const [mailed, none] = [of(arm, also), of('none', also)];
      return {
        x1: total(mailed, 'visit'),
        n1: mailed.length,
        x2: total(none, 'visit'),
        n2: none.length,
      };
    };

    it('works the women’s e-mail better on past buyers of women’s goods', () => {
      const strata = [counts('womens', (row) => !row.womens), counts('womens', (row) => row.womens)];
      expect(strata).toEqual([
        { x1: 1067, n1: 9622, x2: 962, n2: 9638 },
        { x1: 2171, n1: 11_765, x2: 1300, n2: 11_668 },
      ]);
      const test = oddsHomogeneity(strata);
      expectPrinted(test?.statistic, 61.425973);
      expectPrinted(test?.p, 4.6e-15);
    });

    it('works the men’s e-mail on newcomers otherwise by odds, alike by points', () => {
      const groups = [(row: Row) => !row.newbie, (row: Row) => row.newbie];
      expectPrinted(oddsHomogeneity(groups.map((group) => counts('mens', group)))?.p, 0.0004700149);
      const additive = differenceHomogeneity(
        groups.map((group) => [mean(of('mens', group), 'visit'), mean(of('none', group), 'visit')] as const),
      );
      expectPrinted(additive?.p, 0.70804257);
    });

    it('leaves little doubt which arm sells', () => {
      const [none, mens, womens] = ARMS.map((arm) => [total(of(arm), 'conversion'), of(arm).length] as const);
      if (none === undefined || mens === undefined || womens === undefined) throw new Error('no arms');
      expectPrinted(chanceToBeat(...womens, ...none), 0.999923849023);
      expectPrinted(chanceToBeat(...womens, ...mens), 0.000100876933134);
    });
  },
);
