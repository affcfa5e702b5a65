import { civilOf, DAY_MS, dayOf } from '../../core/time/calendar';
import { dayRule } from '../../segments/occasions/day-rule';
import { occasionRule } from '../../segments/occasions/occasion-days';
import { OCCASIONS } from '../../segments/occasions/occasions';
import type { RegionRow } from './by-region';

/** The days people buy for in a country that fall in a period, in their order; none where the country is not known. */
export function regionOccasions(
  code: string | null,
  period: { readonly from: number; readonly to: number },
): RegionRow['occasions'] {
  if (code === null || period.to < period.from) return [];
  const [first, last] = [dayOf(period.from), dayOf(period.to)];
  const years = Array.from(
    { length: civilOf(period.to).year - civilOf(period.from).year + 1 },
    (_, i) => civilOf(period.from).year + i,
  );
  return OCCASIONS.flatMap((occasion) => {
    const rule = occasionRule(occasion, code);
    if (rule === null) return [];
    return years
      .flatMap(dayRule(rule))
      .filter((day) => day >= first && day <= last)
      .map((day) => ({ id: occasion.id, day: occasion.day, at: day * DAY_MS }));
  }).sort((a, b) => a.at - b.at);
}
