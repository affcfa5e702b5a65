import type { Locale } from '../../../core/label';
import type { MetricInfo } from '../../../metrics/metric-info';
import { SelectField } from '../../parts/select-field';

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
    <SelectField
      label={props.label}
      value={props.value ?? ''}
      options={[
        ...(first === undefined ? [] : [first]),
        ...metrics.map((m) => ({ value: m.id, label: m.label[locale] })),
      ]}
      onChange={props.onChange}
    />
  );
}
