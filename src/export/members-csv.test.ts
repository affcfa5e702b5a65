import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Column, TextColumn } from '../core/column';
import type { CsvFormat } from './csv-format';
import { type MembersExport, membersCsv } from './members-csv';

const text = (...values: (string | null)[]): TextColumn => {
  const dictionary = [...new Set(values.filter((v) => v !== null))];
  return {
    type: 'text',
    codes: Int32Array.from(values, (v) => (v === null ? -1 : dictionary.indexOf(v))),
    dictionary,
  };
};

const MEMBERS: MembersExport = {
  segment: { id: 'library:at-risk', name: { en: 'At risk', pl: 'Zagrożeni' } },
  asOf: Date.UTC(2026, 9, 31),
  currency: 'PLN',
  people: {
    size: 3,
    label: text('A1', 'A2', '=A3'),
    columns: new Map<string, Column>([
      ['personId', text('A1', 'A2', '=A3')],
      ['email', text('anna@example.com', null, '=cmd@example.com')],
      ['phone', text('+48600100200', null, null)],
      ['emailConsent', { type: 'flag', values: Uint8Array.of(1, 0, 2) }],
    ]),
    listed: Uint8Array.of(1, 1, 0),
  },
  members: [
    { person: 0, orders: 3, revenueMinor: 12_345, lastOrder: Date.UTC(2026, 4, 2, 13, 5) },
    { person: 2, orders: 0, revenueMinor: null, lastOrder: null },
  ],
};

function rowsOf(format: CsvFormat): Record<string, string>[] {
  const body = new TextDecoder().decode(membersCsv(MEMBERS, format).bytes);
  return Papa.parse<Record<string, string>>(body, { header: true, skipEmptyLines: true }).data;
}

describe('membersCsv', () => {
  it('writes one row a person with the keys that are held, and no column for those that are not', () => {
    const rows = rowsOf({ locale: 'en', dialect: 'standard' });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({
      label: 'A1',
      customer_id: 'A1',
      email: 'anna@example.com',
      phone: "'+48600100200",
      email_consent: 'yes',
      orders: '3',
      revenue: '123.45',
      currency: 'PLN',
      last_order: '2026-05-02',
      segment_id: 'library:at-risk',
      segment: 'At risk',
      as_of: '2026-10-31',
    });
  });

  it('leaves empty what is not known, and never writes 0 for it', () => {
    expect(rowsOf({ locale: 'en', dialect: 'standard' })[1]).toMatchObject({
      label: "'=A3",
      email: "'=cmd@example.com",
      phone: '',
      email_consent: '',
      orders: '0',
      revenue: '',
      currency: '',
      last_order: '',
    });
  });

  it('speaks Polish to a Polish spreadsheet', () => {
    expect(rowsOf({ locale: 'pl', dialect: 'excel-pl' })[0]).toMatchObject({
      Klient: 'A1',
      Przychód: '123,45',
      Segment: 'Zagrożeni',
      'Zgoda na e-mail': 'tak',
    });
  });

  it('is named by segment and day', () => {
    const { name } = membersCsv(MEMBERS, { locale: 'pl', dialect: 'standard' });
    expect(name).toBe('segment-lens-members-zagrozeni-2026-10-31.csv');
  });
});
