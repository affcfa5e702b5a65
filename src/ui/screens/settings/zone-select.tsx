import type { ControlIds } from '../../parts/field';
import { Select } from '../../parts/select';
import { settingsText } from './settings-model';

/** Every time zone by its IANA name, this computer's own first. */
export function ZoneSelect(props: {
  readonly value: string | null;
  readonly none: string;
  readonly onChange: (zone: string | null) => void;
  readonly ids?: ControlIds;
  readonly label?: string;
  readonly disabled?: boolean;
}) {
  const t = settingsText.value.clocks;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const first = [...new Set([here, 'UTC', ...(props.value === null ? [] : [props.value])])];
  const option = (zone: string) => ({ value: zone, label: zone.replaceAll('_', ' ') });
  return (
    <Select
      {...(props.ids === undefined ? {} : { ids: props.ids })}
      {...(props.label === undefined ? {} : { label: props.label })}
      disabled={props.disabled ?? false}
      value={props.value ?? ''}
      options={[
        { value: '', label: props.none },
        { group: t.near, options: first.map(option) },
        {
          group: t.all,
          options: Intl.supportedValuesOf('timeZone')
            .filter((zone) => !first.includes(zone))
            .map(option),
        },
      ]}
      onChange={(zone) => props.onChange(zone === '' ? null : zone)}
    />
  );
}
