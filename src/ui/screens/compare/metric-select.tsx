import type { Locale } from '../../../core/label';
import type { MetricInfo } from '../../../metrics/metric-info';
import { Field } from '../../parts/field';
import { Select } from '../../parts/select';

/** Which metric a tab shows; `first` stands before them where there is something besides. */
export function MetricSelect(props: {
  readonly label: string;
  readonly metrics: readonly Pick<MetricInfo, 'id' | 'label'>[];
  readonly value: string | null;
  readonly locale: Locale;
  readonly first?: { readonly value: string; readonly label: string };
  readonly onChange: (id: string) => void;
}) {
  const { metrics, first, locale } = props;
  return (
    <Field label={props.label}>
      {(ids) => (
        <Select
          ids={ids}
          value={props.value ?? ''}
          options={[
            ...(first === undefined ? [] : [first]),
            ...metrics.map((m) => ({ value: m.id, label: m.label[locale] })),
          ]}
          onChange={props.onChange}
        />
      )}
    </Field>
  );
}
