import type { ByRegion, RegionRow } from '../../../../compare/regions/by-region';
import type { Locale } from '../../../../core/label';
import { formatDay } from '../../../../i18n/format';
import { Disclosure } from '../../../parts/disclosure';
import { labelText } from '../../../state/text';
import { words } from './words';

/** The days people buy for in each region that fall in the period measured. */
export function RegionOccasions(props: { readonly table: ByRegion; readonly locale: Locale }) {
  const { table, locale } = props;
  const t = words.value;
  const known = table.regions.filter((region) => region.occasions.length > 0);
  if (known.length === 0) return null;
  return (
    <Disclosure summary={t.occasions(table.regions.length)}>
      <dl class="region-occasions">
        {known.map((region) => (
          <div key={region.key}>
            <dt class="data" dir="auto">
              {region.name}
            </dt>
            <dd class="ink-soft">{occasionTexts(region, locale).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

/** Each with its day; one that came round several times with how often. */
function occasionTexts(region: RegionRow, locale: Locale): readonly string[] {
  const t = words.value;
  const days = new Map<string, RegionRow['occasions'][number][]>();
  for (const one of region.occasions) days.set(one.id, [...(days.get(one.id) ?? []), one]);
  return [...days.values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : more.length === 0
        ? t.occasion(labelText(first.day, locale), formatDay(locale, first.at))
        : t.occasionTimes(labelText(first.day, locale), more.length + 1),
  );
}
