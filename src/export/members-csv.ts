import { type Column, FLAG_UNKNOWN, textAt } from '../core/column';
import type { PeopleTable } from '../core/dataset';
import type { Label } from '../core/label';
import { isoDay } from '../core/time/calendar';
import type { CsvFormat } from './csv-format';
import { type CsvCell, csvWriter } from './csv-writer';
import { type ColumnId, EXPORT_WORDS } from './export-words';
import type { ExportedFile } from './exported-file';
import { CSV_MIME, columnHeaders } from './layout';
import { majorUnits } from './major-units';

/** The people of a segment, with what the workspace shows of each. */
export interface MembersExport {
  readonly segment: { readonly id: string; readonly name: Label };
  /** `WallMs`. */
  readonly asOf: number;
  /** Of `revenueMinor`; null where the data states none. */
  readonly currency: string | null;
  readonly people: PeopleTable;
  /** One for each member, in the order they are to stand. */
  readonly members: Iterable<Member>;
}

export interface Member {
  /** Row of `people`. */
  readonly person: number;
  readonly orders: number;
  readonly revenueMinor: number | null;
  /** `WallMs` */
  readonly lastOrder: number | null;
}

interface MembersColumn {
  readonly id: ColumnId;
  /** The column of `people` it is taken from; absent where none is held, and then it is not in the file. */
  readonly field?: string;
  readonly of?: (member: Member, of: MembersExport, locale: CsvFormat['locale']) => CsvCell;
}

/** Columns of `Segment Lens members format 1`, in their order. */
export const MEMBERS_COLUMNS: readonly MembersColumn[] = [
  { id: 'label', of: ({ person }, { people }) => textAt(people.label, person) },
  { id: 'customer_id', field: 'personId' },
  { id: 'user_id', field: 'userId' },
  { id: 'client_id', field: 'clientId' },
  { id: 'crm_id', field: 'crmId' },
  { id: 'email', field: 'email' },
  { id: 'phone', field: 'phone' },
  { id: 'name', field: 'name' },
  { id: 'country', field: 'personCountry' },
  { id: 'email_consent', field: 'emailConsent' },
  { id: 'sms_consent', field: 'smsConsent' },
  { id: 'orders', of: ({ orders }) => orders },
  {
    id: 'revenue',
    of: ({ revenueMinor }, { currency }) => {
      const digits = majorUnits(revenueMinor, currency);
      return digits === null ? null : { digits };
    },
  },
  { id: 'currency', of: ({ revenueMinor }, { currency }) => (revenueMinor === null ? null : currency) },
  { id: 'last_order', of: ({ lastOrder }) => (lastOrder === null ? null : isoDay(lastOrder)) },
  { id: 'segment_id', of: (_, { segment }) => segment.id },
  { id: 'segment', of: (_, { segment }, locale) => segment.name[locale] },
  { id: 'as_of', of: (_, { asOf }) => isoDay(asOf) },
];

/** One row a person: what to call them, the keys held, what they bought, and the segment they are of. */
export function membersCsv(members: MembersExport, format: CsvFormat): ExportedFile {
  const { people } = members;
  const columns = MEMBERS_COLUMNS.filter((c) => c.field === undefined || people.columns.has(c.field));
  const writer = csvWriter(format);
  writer.row(columnHeaders(columns, format));
  for (const member of members.members) {
    writer.row(
      columns.map(({ field, of }) =>
        field === undefined
          ? (of?.(member, members, format.locale) ?? null)
          : held(people.columns.get(field), member.person, format),
      ),
    );
  }
  const name = fileName(members.segment.name[format.locale]);
  return {
    name: `segment-lens-members-${name}-${isoDay(members.asOf)}.csv`,
    mime: CSV_MIME,
    bytes: writer.bytes(),
  };
}

function held(column: Column | undefined, person: number, { locale }: CsvFormat): CsvCell {
  if (column?.type === 'text') return textAt(column, person);
  if (column?.type !== 'flag') return null;
  const value = column.values[person] ?? FLAG_UNKNOWN;
  const words = EXPORT_WORDS[locale].own;
  return value === FLAG_UNKNOWN ? null : value === 1 ? words.yes : words.no;
}

function fileName(segment: string): string {
  const plain = segment
    .replace(/[łŁ]/g, 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'segment' : plain;
}
