import type { Filter, FilterGroup, Measure } from '../../../../segments/rule/rule';
import { Button } from '../../../parts/button';
import { Select } from '../../../parts/select';
import { shownCurrency } from '../../../state/shown-currency';
import { builderText } from '../rule-builder-text';
import { fields } from '../segments-model';
import { segmentsText } from '../segments-text';
import { newFilter } from './draft/measures';
import { newTest } from './draft/value-tests';
import { choiceOptions, rowChoices } from './field-choices';
import { useFocusAdded } from './use-focus-added';
import { ValueTestEditor } from './value-test-editor';

/** Which rows count, one restriction a line; all must hold. Groups of them nest. */
export function FilterList(props: {
  readonly of: Measure['of'];
  readonly filters: readonly Filter[];
  /** Said before each: "only orders where". */
  readonly lead: string;
  readonly add: string;
  /** At least one has to stay: what a share is of. */
  readonly needed?: boolean;
  readonly onChange: (filters: readonly Filter[]) => void;
}) {
  const { of, filters, lead, needed = false, onChange } = props;
  const { list, onAdded } = useFocusAdded<HTMLDivElement>(':scope > .rule-where');
  return (
    <div class="rule-filters" ref={list}>
      {filters.map((filter, i) => (
        <div class="rule-where" key={i}>
          <span class="ink-soft">{lead}</span>
          <FilterEditor
            of={of}
            filter={filter}
            onChange={(next) => onChange(filters.map((one, at) => (at === i ? next : one)))}
            {...(needed && filters.length === 1
              ? {}
              : { onRemove: () => onChange(filters.filter((_, at) => at !== i)) })}
          />
        </div>
      ))}
      <div class="rule-where-add">
        <AddFilter
          of={of}
          label={props.add}
          onAdd={(filter) => {
            onAdded();
            onChange([...filters, filter]);
          }}
        />
      </div>
    </div>
  );
}

function AddFilter(props: {
  readonly of: Measure['of'];
  readonly label: string;
  readonly onAdd: (filter: Filter) => void;
}) {
  return (
    <Button kind="quiet" size="s" onClick={() => props.onAdd(newFilter(props.of, fields.value))}>
      + {props.label}
    </Button>
  );
}

function FilterEditor(props: {
  readonly of: Measure['of'];
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove?: () => void;
}) {
  const { of, filter, onChange, onRemove } = props;
  const t = segmentsText.value.editor;
  const b = builderText.value;
  if ('kind' in filter) return <FilterGroupEditor {...props} group={filter} />;
  const choices = rowChoices(of, fields.value);
  const choice = choices.find((c) => c.id === filter.field);
  const table = choice?.info?.table ?? of;
  return (
    <>
      <Select
        label={t.field}
        value={filter.field}
        options={choiceOptions(choices, filter.field)}
        onChange={(field) => {
          const next = choices.find((c) => c.id === field);
          onChange({ field, test: newTest(next?.named === undefined ? (next?.type ?? 'text') : 'text') });
        }}
      />
      <ValueTestEditor
        choice={choice ?? { type: 'text', info: null }}
        test={filter.test}
        unit={choice?.type === 'money' ? (shownCurrency.value ?? '') : ''}
        values={{ table, field: filter.field }}
        {...(choice?.type === 'money' || choice?.type === 'number' || choice?.type === 'time'
          ? choice.named === undefined && (choice.info !== null || choice.type === 'money')
            ? { spread: { kind: 'row' as const, of, field: filter.field } }
            : {}
          : {})}
        onChange={(test) => onChange({ ...filter, test })}
      />
      <Button
        kind="quiet"
        size="s"
        label={b.addFilterGroup}
        onClick={() => onChange({ kind: 'any', filters: [filter, newFilter(of, fields.value)] })}
      >
        <span aria-hidden="true">( + )</span>
      </Button>
      {onRemove !== undefined && (
        <Button kind="quiet" size="s" label={t.removeWhere} onClick={onRemove}>
          <span aria-hidden="true">×</span>
        </Button>
      )}
    </>
  );
}

function FilterGroupEditor(props: {
  readonly of: Measure['of'];
  readonly group: FilterGroup;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove?: () => void;
}) {
  const { of, group, onChange, onRemove } = props;
  const b = builderText.value;
  return (
    <div class="rule-filter-group">
      <div class="rule-line">
        <Select
          label={b.filterGroup}
          value={group.kind}
          options={(['all', 'any', 'none'] as const).map((kind) => ({
            value: kind,
            label: b.filterGroups[kind],
          }))}
          onChange={(kind) => onChange({ ...group, kind })}
        />
        {onRemove !== undefined && (
          <Button kind="quiet" size="s" label={b.removeFilterGroup} onClick={onRemove}>
            <span aria-hidden="true">×</span>
          </Button>
        )}
      </div>
      {group.filters.map((filter, i) => (
        <div class="rule-where" key={i}>
          <FilterEditor
            of={of}
            filter={filter}
            onChange={(next) =>
              onChange({ ...group, filters: group.filters.map((one, at) => (at === i ? next : one)) })
            }
            onRemove={() => {
              const rest = group.filters.filter((_, at) => at !== i);
              const [only] = rest;
              onChange(
                rest.length === 1 && only && group.kind !== 'none' ? only : { ...group, filters: rest },
              );
            }}
          />
        </div>
      ))}
      <AddFilter
        of={of}
        label={b.addFilter}
        onAdd={(filter) => onChange({ ...group, filters: [...group.filters, filter] })}
      />
    </div>
  );
}
