import { type ChoiceProps, ChoiceSelect } from './choice-select';
import { settingsText } from './settings-model';

/** Every time zone by its IANA name, this computer's own first. */
export function ZoneSelect(props: ChoiceProps & { readonly none: string }) {
  const { none, ...choice } = props;
  const t = settingsText.value.clocks;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const first = [...new Set([here, 'UTC', ...(choice.value === null ? [] : [choice.value])])];
  const option = (zone: string) => ({ value: zone, label: zone.replaceAll('_', ' ') });
  return (
    <ChoiceSelect
      {...choice}
      options={[
        { value: '', label: none },
        { group: t.near, options: first.map(option) },
        {
          group: t.all,
          options: Intl.supportedValuesOf('timeZone')
            .filter((zone) => !first.includes(zone))
            .map(option),
        },
      ]}
    />
  );
}
