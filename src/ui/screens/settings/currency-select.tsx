import type { SelectOption } from '../../parts/select';
import { locale } from '../../state/locale';
import { workspace } from '../../state/workspace';
import { type ChoiceProps, ChoiceSelect } from './choice-select';
import { settingsText } from './settings-model';

/** Every currency by code and name, those of the data first. `none` is what stands for no choice. */
export function CurrencySelect(props: ChoiceProps & { readonly none?: string }) {
  const { none, ...choice } = props;
  const t = settingsText.value.money;
  const names = new Intl.DisplayNames([locale.value], { type: 'currency' });
  const option = (code: string): SelectOption<string> => ({
    value: code,
    label: `${code} – ${names.of(code) ?? code}`,
  });
  const held = (workspace.value?.currencies ?? []).map(({ code }) => code).filter((code) => code !== '');
  const all = Intl.supportedValuesOf('currency').filter((code) => !held.includes(code));
  return (
    <ChoiceSelect
      {...choice}
      options={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...(held.length === 0 ? [] : [{ group: t.held, options: held.map(option) }]),
        { group: t.all, options: all.map(option) },
      ]}
    />
  );
}
