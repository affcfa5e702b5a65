import { describe, expect, it } from 'vitest';
import { seasonalIndices } from '../../src/stats/fitting/seasonal-indices';
import { anova } from '../../src/stats/groups/anova';
import { welchAnova } from '../../src/stats/groups/welch-anova';
import { meanEstimate } from '../../src/stats/means/mean-estimate';
import { mannWhitney } from '../../src/stats/ranks/mann-whitney';
import { type Durations, kaplanMeier } from '../../src/stats/survival/kaplan-meier';
import { logRank } from '../../src/stats/survival/log-rank';
import { survivalAt } from '../../src/stats/survival/survival-at';
import { survivalQuantile } from '../../src/stats/survival/survival-quantile';
import { expectPrinted } from '../as-printed';
import { hasShared, sharedText } from '../shared-data';

const rowsOf = (name: string): string[][] =>
  hasShared
    ? sharedText(`reference/stats/${name}.csv`)
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','))
    : [];
const durationsOf = (rows: readonly string[][]): Durations => ({
  times: rows.map((row) => Number(row[1])),
  happened: rows.map((row) => Number(row[2])),
});

describe.skipIf(!hasShared)('survival as R has it (needs shared data)', () => {
  const aml = rowsOf('aml');
  const gehan = rowsOf('gehan');
  const maintained = durationsOf(aml.filter((row) => row[0] === 'Maintained'));
  const others = durationsOf(aml.filter((row) => row[0] === 'Nonmaintained'));
  const treated = durationsOf(gehan.filter((row) => row[0] === '6-MP'));
  const control = durationsOf(gehan.filter((row) => row[0] === 'control'));

  it('gives leukaemia with maintenance its steps and their errors', () => {
    const { steps } = kaplanMeier(maintained);
    expect(steps.map((step) => step.time)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    [0.9091, 0.8182, 0.7159, 0.6136, 0.4909, 0.3682, 0.1841].forEach((s, i) => {
      expectPrinted(steps[i]?.survival, s);
    });
    [0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535].forEach((se, i) => {
      expectPrinted((steps[i]?.survival ?? 0) * (steps[i]?.logError ?? 0), se);
    });
    expect(survivalQuantile(kaplanMeier(maintained)).value).toBe(31);
  });

  it('gives it without maintenance, to the last of them', () => {
    const curve = kaplanMeier(others);
    expect(curve.steps.map((step) => step.time)).toEqual([5, 8, 12, 23, 27, 30, 33, 43, 45]);
    [0.8333, 0.6667, 0.5833, 0.4861, 0.3889, 0.2917, 0.1944, 0.0972, 0].forEach((s, i) => {
      expect(curve.steps[i]?.survival).toBeCloseTo(s, 4);
    });
    expect(survivalQuantile(curve).value).toBe(23);
    expectPrinted(logRank([maintained, others])?.statistic, 3.3963887);
    // By a plain count in another language.
    expect(logRank([maintained, others], 1)?.statistic).toBeCloseTo(2.779279544751772, 10);
  });

  it('gives Freireich’s remissions', () => {
    const curve = kaplanMeier(treated);
    for (const [time, s] of [
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ] as const)
      expectPrinted(survivalAt(curve, time)?.value, s);
    // R's own scale; log-log, as SAS prints it, begins at 13.
    expect(survivalQuantile(curve, 0.5, 'log')).toEqual({ value: 23, lo: 16, hi: null });
    expect(survivalQuantile(curve)).toEqual({ value: 23, lo: 13, hi: null });
    expect(survivalQuantile(kaplanMeier(control)).value).toBe(8);
    expectPrinted(logRank([treated, control])?.statistic, 16.792941);
    expect(logRank([treated, control], 1)?.statistic).toBeCloseTo(14.45715081871713, 10);
  });
});

describe.skipIf(!hasShared)('several groups as R has them (needs shared data)', () => {
  it('gives plant growth', () => {
    const rows = rowsOf('plantgrowth').map(
      ([weight, group]) => [group?.replace(/"/g, ''), Number(weight)] as const,
    );
    const groups = [...new Set(rows.map(([group]) => group))].map((name) =>
      meanEstimate(rows.filter(([group]) => group === name).map(([, weight]) => weight)),
    );
    expect(groups).toHaveLength(3);
    const test = anova(groups);
    expectPrinted(test?.f, 4.846087862);
    expectPrinted(test?.p, 0.01590995833);
    expectPrinted(test?.eta2, 0.2641482968);
    expectPrinted(test?.omega2, 0.204078846);
    const welch = welchAnova(groups);
    expectPrinted(welch?.f, 5.180972408);
    expect(welch?.df[0]).toBe(2);
    expectPrinted(welch?.df[1], 17.12841862);
    expectPrinted(welch?.p, 0.01739282149);
  });

  it('gives ozone in May and August', () => {
    const of = (month: string) =>
      rowsOf('airquality_ozone')
        .filter((row) => row[1] === month)
        .map((row) => Number(row[0]));
    expect(mannWhitney(of('5'), of('8')).w).toBe(127.5);
    expectPrinted(mannWhitney(of('5'), of('8')).p, 0.0001208078308);
    expectPrinted(mannWhitney(of('5'), of('8'), { continuity: false }).p, 0.00011637726);
  });
});

describe.skipIf(!hasShared)('seasons as R has them (needs shared data)', () => {
  it('gives the air passengers', () => {
    const indices = seasonalIndices(
      rowsOf('airpassengers').map((row) => Number(row[2])),
      12,
    );
    const printed = [
      0.91023, 0.883625, 1.007366, 0.975906, 0.981378, 1.112776, 1.226556, 1.219911, 1.060492, 0.921757,
      0.801178, 0.898824,
    ];
    printed.forEach((index, i) => {
      expectPrinted(indices?.[i], index);
    });
  });
});
