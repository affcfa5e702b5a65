import type { ColumnType } from '../../../../core/column';
import { EVENT_KINDS } from '../../../../core/fields';
import type { FieldInfo } from '../../../../protocol/engine-api';
import { PERSON_FIELDS } from '../../../../segments/rule/person-fields';
import { ROW_FIELDS } from '../../../../segments/rule/row-fields';
import type { Measure } from '../../../../segments/rule/rule';
import { EVENT_NOUNS } from '../../../../segments/sentence/rule-words';
import type { SelectGroup, SelectOption } from '../../../parts/select';
import { locale } from '../../../state/locale';
import { labelText } from '../../../state/text';
import { builderText } from '../rule-builder-text';
import { segmentsText } from '../segments-text';

/** Fields a rule can ask about, as a select offers them. */
export interface FieldChoice {
  readonly id: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly info: FieldInfo | null;
  /** The few values it can have, by name, where they are codes. */
  readonly named?: readonly { readonly value: string; readonly label: string }[];
}

/** Of a customer: columns held, and what is worked out from them. */
export function personChoices(fields: readonly FieldInfo[]): readonly FieldChoice[] {
  const held = fields.filter((f) => f.table === 'people').map(choice);
  const has = (id: string) => held.some((f) => f.id === id);
  const derived = Object.entries(PERSON_FIELDS)
    .filter(([id]) => !has(id) && has(id === 'daysToBirthday' ? 'birthDate' : 'createdAt'))
    .map(([id, label]): FieldChoice => ({ id, label: labelText(label), type: 'number', info: null }));
  return [...held, ...derived];
}

const AMOUNT_FIELDS: Readonly<Record<Measure['of'], readonly (keyof typeof amountTypes)[]>> = {
  orders: ['revenue', 'gross', 'refunded', 'discount', 'units'],
  items: ['revenue', 'units'],
  events: ['value'],
};
const amountTypes = {
  revenue: 'money',
  gross: 'money',
  refunded: 'money',
  discount: 'money',
  units: 'number',
  value: 'money',
} as const satisfies Record<string, ColumnType>;

/** Of a row: columns of its table (of items, those of their order too), amounts, and parts of its date. */
export function rowChoices(of: Measure['of'], fields: readonly FieldInfo[]): readonly FieldChoice[] {
  const t = segmentsText.value.editor;
  const columns = fields
    .filter((f) => f.table === of || (of === 'items' && f.table === 'orders'))
    .map((info) => (info.id === 'kind' ? { ...choice(info), named: eventKinds(fields) } : choice(info)));
  const amounts = AMOUNT_FIELDS[of]
    .filter((id) => !columns.some((c) => c.id === id))
    .map((id): FieldChoice => ({ id, label: t.fields[id], type: amountTypes[id], info: null }));
  const dates = Object.entries(ROW_FIELDS).map(([id, label]): FieldChoice => {
    const named = id === 'weekday' ? weekdays() : id === 'month' ? months() : null;
    const plain: FieldChoice = { id, label: labelText(label), type: 'number', info: null };
    return named === null ? plain : { ...plain, named };
  });
  return [...columns, ...amounts, ...dates];
}

function choice(info: FieldInfo): FieldChoice {
  return { id: info.id, label: labelText(info.label), type: info.type, info };
}

/** Kinds of event, those held first. */
export function eventKinds(fields: readonly FieldInfo[]) {
  const held = fields.find((f) => f.table === 'events' && f.id === 'kind')?.values.map((v) => v.value) ?? [];
  return [...new Set([...held, ...EVENT_KINDS])].map((value) => ({ value, label: eventKindLabel(value) }));
}

export function eventKindLabel(kind: string): string {
  if (!Object.hasOwn(EVENT_NOUNS, kind)) return kind;
  const noun = EVENT_NOUNS[kind as keyof typeof EVENT_NOUNS];
  return locale.value === 'pl' ? noun.pl.few : noun.en.other;
}

const MONDAY = Date.UTC(2024, 0, 1);

function weekdays() {
  const format = new Intl.DateTimeFormat(locale.value, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, i) => ({
    value: String(i + 1),
    label: format.format(MONDAY + i * 86_400_000),
  }));
}

function months() {
  const format = new Intl.DateTimeFormat(locale.value, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, i) => ({
    value: String(i + 1),
    label: format.format(Date.UTC(2024, i, 1)),
  }));
}

/** An amount's own words, or the column's label. */
export function measureFieldLabel(of: Measure['of'], id: string, fields: readonly FieldInfo[]): string {
  const t = segmentsText.value.editor.fields;
  if (id === 'day') return builderText.value.day;
  if (Object.hasOwn(t, id)) return t[id as keyof typeof t];
  const info = fields.find((f) => f.table === of && f.id === id);
  return info ? labelText(info.label) : id;
}

/** The choices as options, with one for a field that is no longer held: a saved rule must not change by being opened. */
export function choiceOptions(
  choices: readonly FieldChoice[],
  current: string,
): readonly (SelectOption<string> | SelectGroup<string>)[] {
  const options = choices.map((c) => ({ value: c.id, label: c.label }));
  return current === '' || choices.some((c) => c.id === current)
    ? options
    : [...options, { value: current, label: current }];
}
