import type { Movement } from '../compare/movement/movement';
import { isoDay } from '../core/time/calendar';
import { en } from '../i18n/en/movement';
import { pl } from '../i18n/pl/movement';
import type { CsvFormat } from './csv-format';
import { type CsvCell, csvWriter } from './csv-writer';
import { EXPORT_WORDS } from './export-words';
import type { ExportedFile } from './exported-file';
import { CSV_MIME } from './layout';
import { majorUnits } from './major-units';

const WORDS = { en, pl };
type ColumnId = keyof typeof en.export.columns;

/** One row for each flow with anybody in it, everything the matrix shows of it: money in major units, shares as fractions. */
export function movementCsv(movement: Movement, format: CsvFormat): ExportedFile {
  const words = WORDS[format.locale];
  const block = EXPORT_WORDS[format.locale].own.block;
  const { currency, between, before, states } = movement;
  const writer = csvWriter(format);
  const span = (name: string, { from, to, partial }: Movement['between']) =>
    `${name}: ${isoDay(from)} – ${isoDay(to)}${partial ? ` (${words.export.partial})` : ''}`;
  for (const line of [
    words.export.mark,
    words.summary.definitions(isoDay(movement.request.to)),
    span(words.export.between, between),
    span(words.export.before, before),
    currency === null ? block.noCurrency : block.currency(currency),
  ])
    writer.comment(line);

  const ids = Object.keys(words.export.columns) as ColumnId[];
  writer.row(ids.map((id) => (format.dialect === 'standard' ? id : words.export.columns[id])));
  const nameOf = (at: number): string => {
    const state = states[at];
    if (state === undefined) return '';
    return state.kind === 'group' ? (state.name?.[format.locale] ?? state.id) : words.state[state.kind];
  };
  const money = (minor: number | null): CsvCell => {
    const digits = majorUnits(minor, currency);
    return digits === null ? null : { digits };
  };
  for (const flow of movement.flows) {
    const cells: Record<ColumnId, CsvCell> = {
      from_id: states[flow.from]?.id ?? '',
      from: nameOf(flow.from),
      to_id: states[flow.to]?.id ?? '',
      to: nameOf(flow.to),
      people: flow.people,
      share_of_from: flow.shareOfFrom,
      share_of_to: flow.shareOfTo,
      orders_between: flow.between.orders,
      revenue_between: money(flow.between.revenueMinor),
      left_out_between: flow.between.leftOut,
      orders_before: flow.before.orders,
      revenue_before: money(flow.before.revenueMinor),
      left_out_before: flow.before.leftOut,
      currency,
      from_date: isoDay(movement.request.from),
      to_date: isoDay(movement.request.to),
    };
    writer.row(ids.map((id) => cells[id]));
  }
  return {
    name: `segment-lens-movement-${isoDay(movement.request.from)}-${isoDay(movement.request.to)}.csv`,
    mime: CSV_MIME,
    bytes: writer.bytes(),
  };
}
