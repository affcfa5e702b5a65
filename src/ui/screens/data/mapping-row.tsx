import { FIELDS, type Field, type TableKind } from '../../../core/fields';
import type { ColumnMapping, Mapping } from '../../../core/mapping';
import { formatNumber, formatPercent } from '../../../i18n/format';
import type { MappingFault } from '../../../ingest/mapping/check-mapping';
import { fieldOf } from '../../../ingest/mapping/map-column';
import { misfitsOf } from '../../../ingest/mapping/misfits-of';
import { readingOfTarget } from '../../../ingest/mapping/reading-of-target';
import type { ColumnSurvey } from '../../../ingest/survey';
import { classNames } from '../../parts/class-names';
import { Select, type SelectGroup, type SelectOption } from '../../parts/select';
import { locale } from '../../state/locale';
import { labelText } from '../../state/text';
import { dataText, faultText } from './data-text';
import { choiceOf, personalKind, withReading, withTarget } from './mapping-draft';
import { readingText } from './reading-text';

/** One source column: what it is called and holds, where it goes, how it is read, what is the matter with it. */
export function MappingRow(props: {
  readonly column: ColumnSurvey;
  readonly mapped: ColumnMapping;
  readonly mapping: Mapping;
  readonly proposal: Mapping;
  readonly rows: number;
  readonly faults: readonly MappingFault[];
  readonly disabled: boolean;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const { column, mapped, mapping, proposal, onChange } = props;
  const t = dataText.value.mapping;
  const lang = locale.value;
  const left = mapped.target.kind === 'left-out';
  const personal = personalKind(mapping.table, mapped.target, column);
  const readings = left ? [] : readingChoices(mapping.table, mapped, column);
  const { misfits, misfitCount } = misfitsOf(column, mapped.reading);
  const misfit = misfits[0];
  const share = props.rows === 0 ? 1 : column.filled / props.rows;

  return (
    <li class={classNames('mapping-row', left && 'mapping-row-left')}>
      <div class="mapping-source">
        <span class="strong data mapping-header" dir="auto" title={column.rawHeader}>
          {column.header}
        </span>
        <span class="mapping-samples data" dir="auto">
          {column.examples.length === 0 ? t.noValues : column.examples.slice(0, 3).join(' · ')}
        </span>
      </div>
      <div class="mapping-target">
        <Select
          label={t.fieldOf(column.header)}
          size="s"
          value={choiceIn(mapping.table, mapped.target)}
          options={targetOptions(mapping.table)}
          disabled={props.disabled}
          onChange={(choice) => onChange(withTarget(mapping, column, choice, proposal))}
        />
      </div>
      <div class="mapping-reading">
        {!left && readings.length > 1 ? (
          <Select
            label={t.readOf(column.header)}
            size="s"
            value={JSON.stringify(mapped.reading)}
            options={readings.map((r) => ({ value: JSON.stringify(r), label: readingText(r) }))}
            disabled={props.disabled}
            onChange={(raw) => {
              const chosen = readings.find((r) => JSON.stringify(r) === raw);
              if (chosen) onChange(withReading(mapping, column, chosen));
            }}
          />
        ) : (
          !left && <span class="ink-soft">{readingText(mapped.reading)}</span>
        )}
      </div>
      <ul class="mapping-notes">
        {personal && <li class="mapping-personal">{t.personal[personal]}</li>}
        {props.faults.map((fault) => (
          <li key={fault.code} class={fault.level === 'error' ? 'mapping-bad' : undefined}>
            {faultText(fault.code)}
          </li>
        ))}
        {!left && misfit && misfitCount > 0 && (
          <li class="data">{t.misfits(misfitCount, formatNumber(lang, misfit.row), misfit.value)}</li>
        )}
        {!left && share < 0.98 && column.filled > 0 && (
          <li class="ink-soft">{t.filled(formatPercent(lang, share))}</li>
        )}
      </ul>
    </li>
  );
}

/** A row of a list of customers is the customer: one choice stands for both kinds of own attribute. */
function choiceIn(table: TableKind, target: ColumnMapping['target']) {
  return table === 'people' && target.kind === 'custom' ? 'custom:person' : choiceOf(target);
}

/** The reading held, and others that fit every value and still give what the target wants. */
function readingChoices(table: TableKind, mapped: ColumnMapping, column: ColumnSurvey) {
  const all = [mapped.reading];
  // Any column can be read as text; that it could be is no question.
  if (wantedType(table, mapped) === 'text') return all;
  for (const alternative of [column.reading, ...column.alternatives]) {
    const wanted = readingOfTarget(table, mapped.target, {
      ...column,
      reading: alternative,
      alternatives: [],
    });
    if (wanted && !all.some((r) => JSON.stringify(r) === JSON.stringify(wanted))) all.push(wanted);
  }
  return all;
}

function wantedType(table: TableKind, mapped: ColumnMapping) {
  const { target } = mapped;
  if (target.kind === 'field') return fieldOf(table, target.field)?.type ?? 'text';
  if (target.kind === 'metric') return target.unit === 'money' ? 'money' : 'number';
  return 'text';
}

const WHO = ['personId', 'userId', 'clientId', 'crmId', 'email', 'phone'];

function targetOptions(table: TableKind): readonly (SelectOption<string> | SelectGroup<string>)[] {
  const t = dataText.value.mapping;
  const leftOut = { value: 'left-out', label: t.leftOut };
  if (table === 'reports') {
    return [
      { value: 'dimension', label: t.dimension },
      ...(['count', 'money', 'rate', 'seconds', 'ratio'] as const).map((unit) => ({
        value: `metric:${unit}`,
        label: t.metric[unit],
      })),
      leftOut,
    ];
  }
  const entries = Object.entries(FIELDS[table] as Readonly<Record<string, Field>>);
  const option = ([id, field]: readonly [string, Field]) => ({
    value: `field:${id}`,
    label: labelText(field.label),
  });
  const isPerson = (id: string) => table !== 'people' && Object.hasOwn(FIELDS.people, id);
  const own = entries.filter(([id]) => !WHO.includes(id) && !isPerson(id)).map(option);
  const who = entries.filter(([id]) => WHO.includes(id)).map(option);
  const customer = entries.filter(([id]) => !WHO.includes(id) && isPerson(id)).map(option);
  const custom =
    table === 'people' || table === 'spend'
      ? [{ value: table === 'people' ? 'custom:person' : 'custom:row', label: t.custom.row }]
      : [
          { value: 'custom:row', label: t.custom.row },
          { value: 'custom:person', label: t.custom.person },
        ];
  return [
    { group: t.groups.fields, options: own },
    ...(who.length > 0 ? [{ group: t.groups.who, options: who }] : []),
    ...(customer.length > 0 ? [{ group: t.groups.customer, options: customer }] : []),
    { group: t.groups.other, options: [...custom, leftOut] },
  ];
}
