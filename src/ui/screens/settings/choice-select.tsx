import { Select, type SelectProps } from '../../parts/select';

/** What selects of a setting take; null is no choice. */
export interface ChoiceProps extends Pick<SelectProps<string>, 'ids' | 'label' | 'disabled'> {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A `Select` whose blank option is no choice. */
export function ChoiceSelect(props: ChoiceProps & Pick<SelectProps<string>, 'options'>) {
  const { value, onChange, ...select } = props;
  return (
    <Select {...select} value={value ?? ''} onChange={(chosen) => onChange(chosen === '' ? null : chosen)} />
  );
}
