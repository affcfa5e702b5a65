import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NULL_CODE, type TextColumn } from '../../core/column';
import type { PersonKey } from '../../core/person-keys';
import { joinPeople } from './join-people';
import type { KeyedRows } from './keyed-rows';

type Row = Partial<Record<PersonKey, string>>;

function source(rows: readonly Row[], idSpace = 'shop', standAlone = false): KeyedRows {
  const keys = new Map<PersonKey, TextColumn>();
  for (const key of ['personId', 'crmId', 'userId', 'clientId', 'email', 'phone'] as const) {
    if (!rows.some((r) => r[key] !== undefined)) continue;
    const dictionary = [...new Set(rows.flatMap((r) => r[key] ?? []))];
    const codes = Int32Array.from(rows, (r) => {
      const text = r[key];
      return text === undefined ? NULL_CODE : dictionary.indexOf(text);
    });
    keys.set(key, { type: 'text', codes, dictionary });
  }
  return { rows: rows.length, idSpace, keys, standAlone, series: `${idSpace} ${standAlone}` };
}

describe('joinPeople', () => {
  it('makes one person of rows with the same id, and keeps id spaces apart', () => {
    const made = joinPeople([
      source([{ personId: '1' }, { personId: '2' }, { personId: '1' }]),
      source([{ personId: '1' }], 'crm'),
    ]);
    expect(made.personOf.map((p) => [...p])).toEqual([[0, 1, 0], [2]]);
  });

  it('joins a shop and a CRM on e-mail, however it is written', () => {
    const made = joinPeople([
      source([{ crmId: '7', email: 'Ola@Example.com ' }], 'crm'),
      source([{ personId: '1', email: 'ola@example.com' }, { email: 'OLA@example.com' }]),
    ]);
    expect(made.people).toBe(1);
    expect(made.joined).toBe(1);
    expect(made.ambiguous).toBe(0);
  });

  it('never fuses two customers of one shop through a shared e-mail, and counts it', () => {
    const made = joinPeople([
      source([{ personId: '1', email: 'a@b.pl' }, { personId: '2', email: 'a@b.pl' }, { email: 'a@b.pl' }]),
    ]);
    expect(made.personOf.map((p) => [...p])).toEqual([[0, 1, 2]]);
    expect(made.ambiguous).toBe(1);
  });

  it('does not fuse two ids along a chain of contacts', () => {
    const made = joinPeople([
      source([
        { personId: '1', email: 'a@b.pl' },
        { email: 'a@b.pl', phone: '+48600100200' },
        { personId: '2', phone: '+48 600 100 200' },
      ]),
    ]);
    const [first, , third] = [...(made.personOf[0] ?? [])];
    expect(first).not.toBe(third);
    expect(made.ambiguous).toBe(1);
  });

  it('does not take a phone shared by two addresses for one person', () => {
    const made = joinPeople([
      source([
        { email: 'a@b.pl', phone: '600100200' },
        { email: 'c@d.pl', phone: '600 100 200' },
      ]),
    ]);
    expect(made.people).toBe(2);
    expect(made.ambiguous).toBe(1);
  });

  it('gives rows without a key to nobody, but a contact without one is still somebody', () => {
    const made = joinPeople([source([{}, {}], 'crm', true), source([{}, { email: 'not an address' }])]);
    expect(made.personOf.map((p) => [...p])).toEqual([
      [0, 1],
      [-1, -1],
    ]);
  });

  it('holds for any rows: one id a person and one person an id', () => {
    const key = fc.option(fc.constantFrom('1', '2', '3', '4'), { nil: undefined });
    const row = fc.record({ personId: key, crmId: key, email: key, phone: key }).map(
      (r): Row => ({
        ...(r.personId === undefined ? {} : { personId: r.personId }),
        ...(r.crmId === undefined ? {} : { crmId: r.crmId }),
        ...(r.email === undefined ? {} : { email: `${r.email}@x.pl` }),
        ...(r.phone === undefined ? {} : { phone: `+4860010020${r.phone}` }),
      }),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const [people = new Int32Array()] = joinPeople([source(rows)]).personOf;
        for (const kind of ['personId'] as const) {
          const idOf = new Map<number, string>();
          rows.forEach((r, i) => {
            const person = people[i] ?? -1;
            const id = r[kind];
            if (id === undefined) return;
            expect(idOf.get(person) ?? id).toBe(id);
            idOf.set(person, id);
          });
          const personOfId = new Map<string, number>();
          rows.forEach((r, i) => {
            const id = r[kind];
            if (id === undefined) return;
            expect(personOfId.get(id) ?? people[i]).toBe(people[i]);
            personOfId.set(id, people[i] ?? -1);
          });
        }
      }),
    );
  });
});
