import type { ControlIds } from '../../parts/field';
import { Select, type SelectOption } from '../../parts/select';
import { locale } from '../../state/locale';
import { workspace } from '../../state/workspace';
import { settingsText } from './settings-model';

/** Every currency by code and name, those of the data first. `none` is what stands for no choice. */
export function CurrencySelect(props: {
  readonly value: string | null;
  readonly none?: string;
  readonly onChange: (currency: string | null) => void;
  readonly ids?: ControlIds;
  readonly label?: string;
  readonly disabled?: boolean;
}) {
  const t = settingsText.value.money;
  const names = new Intl.DisplayNames([locale.value], { type: 'currency' });
  const option = (code: string): SelectOption<string> => ({
    value: code,
    label: `${code} – ${names.of(code) ?? code}`,
  });
  const held = (workspace.value?.currencies ?? []).map(({ code }) => code).filter((code) => code !== '');
  const all = Intl.supportedValuesOf('currency').filter((code) => !held.includes(code));
  return (
    <Select
      {...(props.ids === undefined ? {} : { ids: props.ids })}
      {...(props.label === undefined ? {} : { label: props.label })}
      disabled={props.disabled ?? false}
      value={props.value ?? ''}
      options={[
        ...(props.none === undefined ? [] : [{ value: '', label: props.none }]),
        ...(held.length === 0 ? [] : [{ group: t.held, options: held.map(option) }]),
        { group: t.all, options: all.map(option) },
      ]}
      onChange={(code) => props.onChange(code === '' ? null : code)}
    />
  );
}
