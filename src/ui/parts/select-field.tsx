import { Field, type FieldProps } from './field';
import { Select, type SelectProps } from './select';

/** A `Select` under its label. */
export function SelectField<Value extends string>(
  props: FieldProps & Omit<SelectProps<Value>, 'ids' | 'label'>,
) {
  const { label, hideLabel = false, hint, error, ...select } = props;
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error}>
      {(ids) => <Select {...select} ids={ids} />}
    </Field>
  );
}
