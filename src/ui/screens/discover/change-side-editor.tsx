import type { ChangeChoices, ChangeSide } from '../../../compare/change/change';
import { isoDay, parseIso } from '../../../core/time/calendar';
import { formatRange } from '../../../i18n/format';
import type { SegmentView } from '../../../protocol/engine-api';
import { Field } from '../../parts/field';
import type { SelectOption } from '../../parts/select';
import { SelectField } from '../../parts/select-field';
import { TextInput } from '../../parts/text-input';
import { locale as localeSignal } from '../../state/locale';
import { whole } from './change-question';
import { words } from './words';

/** Which report and which of its rows stand on one side. */
export function ChangeSideEditor(props: {
  readonly legend: string;
  readonly side: ChangeSide;
  readonly dimension: string;
  readonly reports: ChangeChoices['reports'];
  readonly segments: readonly SegmentView[];
  readonly onChange: (side: ChangeSide) => void;
}) {
  const { side, reports, onChange } = props;
  const c = words.value.change;
  const locale = localeSignal.value;
  const report = reports.find(({ id }) => id === side.reportId) ?? reports[0];
  if (!report) return null;
  const { rows } = side;
  const put = (next: ChangeSide['rows']) => onChange({ reportId: report.id, rows: next });
  const dimensions = report.dimensions.filter(({ id }) => id !== props.dimension);
  const options: readonly SelectOption<string>[] = [
    { value: 'all', label: c.allRows },
    ...report.dates.map(({ id, header }) => ({ value: `dates:${id}`, label: c.days(header) })),
    ...dimensions.map(({ id, header }) => ({ value: `value:${id}`, label: c.valueOf(header) })),
    ...props.segments.map(({ segment }) => ({
      value: `segment:${segment.id}`,
      label: c.segment(segment.name[locale]),
    })),
  ];
  const chosen =
    rows.kind === 'all'
      ? 'all'
      : rows.kind === 'segment'
        ? `segment:${rows.id}`
        : `${rows.kind}:${rows.dimension}`;
  const choose = (option: string) => {
    const [kind = '', id = ''] = option.split(/:(.*)/s);
    if (kind === 'segment') return put({ kind, id });
    const days = report.dates.find((d) => d.id === id);
    if (kind === 'dates' && days) return put({ kind, dimension: id, from: days.from, to: days.to });
    const value = dimensions.find((d) => d.id === id)?.values[0];
    if (kind === 'value' && value !== undefined) return put({ kind, dimension: id, value });
    put({ kind: 'all' });
  };
  return (
    <fieldset class="change-side">
      <legend>{props.legend}</legend>
      <SelectField
        label={c.report}
        value={report.id}
        options={reports.map(({ id, title, period }) => ({
          value: id,
          label: period === null ? title : `${title} · ${formatRange(locale, period.from, period.to)}`,
        }))}
        onChange={(id) => onChange(whole({ id }))}
      />
      <SelectField label={c.rows} value={chosen} options={options} onChange={choose} />
      {rows.kind === 'dates' && (
        <div class="change-days">
          {(['from', 'to'] as const).map((end) => (
            <Field key={end} label={c[end]}>
              {(ids) => (
                <TextInput
                  ids={ids}
                  type="date"
                  value={isoDay(rows[end])}
                  onInput={(raw) => {
                    const at = parseIso(raw);
                    if (at !== null) put({ ...rows, [end]: at });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      {rows.kind === 'value' && (
        <SelectField
          label={c.value}
          value={rows.value}
          options={(dimensions.find(({ id }) => id === rows.dimension)?.values ?? []).map((value) => ({
            value,
            label: value,
          }))}
          onChange={(value) => put({ ...rows, value })}
        />
      )}
    </fieldset>
  );
}
