import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NULL_CODE, type TextColumn } from '../../core/column';
import { type JoinDecision, keyName, type PersonKeyRef } from '../../core/join-decision';
import { type JoinedPeople, joinPeople } from './join-people';
import { JOIN_KEYS, type JoinKey, type KeyedRows } from './keyed-rows';

type Row = Partial<Record<JoinKey, string>>;
interface Source {
  readonly idSpace: string;
  readonly rows: readonly Row[];
}

const STRONG = ['personId', 'crmId', 'userId'];

function keyedRows({ idSpace, rows }: Source): KeyedRows {
  const keys = new Map<JoinKey, TextColumn>();
  for (const key of JOIN_KEYS) {
    const dictionary = [...new Set(rows.flatMap((r) => r[key] ?? []))];
    if (dictionary.length === 0) continue;
    const codes = Int32Array.from(rows, (r) =>
      r[key] === undefined ? NULL_CODE : dictionary.indexOf(r[key]),
    );
    keys.set(key, { type: 'text', codes, dictionary });
  }
  return { rows: rows.length, idSpace, keys, standAlone: false, series: idSpace };
}

const spaceOf = (key: JoinKey, idSpace: string) => (key === 'email' || key === 'phone' ? '' : idSpace);
const refOf = (key: JoinKey, idSpace: string, value: string) =>
  keyName({ key: key as PersonKeyRef['key'], space: spaceOf(key, idSpace), value });

/**
 * The definition read word for word, over sets of names: kind by kind, a key joins those it was seen with only if
 * it can join them all, and keys that can only one by one join none. Answers the person of each key.
 */
function naive(sources: readonly Source[], decisions: readonly JoinDecision[]): Map<string, Set<string>> {
  const personOf = new Map<string, Set<string>>();
  const person = (name: string): Set<string> => {
    const found = personOf.get(name) ?? new Set([name]);
    personOf.set(name, found);
    return found;
  };
  const unite = (names: Iterable<string>) => {
    const all = new Set([...names].flatMap((name) => [...person(name)]));
    for (const name of all) personOf.set(name, all);
  };
  const accepted: string[][][] = [];
  const apart = (all: readonly Set<string>[]) =>
    accepted.some((groups) => {
      const hit = groups.flatMap((g, i) => (all.some((p) => g.some((name) => p.has(name))) ? [i] : []));
      return new Set(hit).size > 1;
    });
  for (const decision of [...decisions].reverse()) {
    if (decision.kind !== 'people') continue;
    const groups = decision.groups.map((g) => g.map(keyName));
    const people = groups.map((g) => new Set(g.flatMap((name) => [...person(name)])));
    const meet = people.some((a, i) => people.slice(i + 1).some((b) => [...a].some((name) => b.has(name))));
    if (meet || people.some((p) => apart([p]))) continue;
    for (const g of groups) unite(g);
    if (groups.length > 1) accepted.push(groups);
  }

  const idOf = (name: string): [string, string] => {
    const [key = '', space = '', value = ''] = name.split('\u0000');
    return [`${key} ${space}`, value];
  };
  const clash = (people: readonly Set<string>[], withEmail: boolean): boolean =>
    apart(people) ||
    people.some((a, i) =>
      people.slice(i + 1).some((b) =>
        [...a].some((x) =>
          [...b].some((y) => {
            const [[kindX, x1], [kindY, y1]] = [idOf(x), idOf(y)];
            const counts = STRONG.includes(kindX.split(' ')[0] ?? '') || (withEmail && kindX === 'email ');
            return counts && kindX === kindY && x1 !== y1;
          }),
        ),
      ),
    );

  const rows = sources.flatMap(({ idSpace, rows: list }) =>
    list.map((row) =>
      JOIN_KEYS.flatMap((key) => (row[key] === undefined ? [] : [refOf(key, idSpace, row[key])])),
    ),
  );
  for (const names of rows) for (const name of names) person(name);
  for (const kind of JOIN_KEYS) {
    const withEmail = kind === 'phone';
    const links: Set<string>[][] = [];
    for (const name of new Set(rows.flat())) {
      if (!name.startsWith(`${kind}\u0000`)) continue;
      const owners = rows.flatMap((names) => (names.includes(name) ? [names[0] as string] : []));
      const people = [...new Set([name, ...owners].map(person))];
      if (people.length > 1) links.push(people);
      // A contact nobody else is seen with is theirs, whatever becomes of the rest.
      const decided = accepted.some((groups) => groups.flat().includes(name));
      if (people.length !== 2 || person(name).size > 1 || STRONG.includes(kind) || decided) continue;
      links.pop();
      unite([name, ...owners]);
    }
    const possible = links
      .map((people) => [...new Set(people.map((p) => person([...p][0] as string)))])
      .filter((people) => people.length > 1 && !clash(people, withEmail));
    const groups: Set<Set<string>>[] = [];
    for (const link of possible) {
      const touching = groups.filter((g) => link.some((p) => g.has(p)));
      const joined = new Set([...link, ...touching.flatMap((g) => [...g])]);
      for (const g of touching) groups.splice(groups.indexOf(g), 1);
      groups.push(joined);
    }
    for (const group of groups) if (!clash([...group], withEmail)) unite([...group].flatMap((p) => [...p]));
  }
  return personOf;
}

const key = fc.option(fc.constantFrom('1', '2', '3', '4'), { nil: undefined, freq: 2 });
const row = fc
  .record({ personId: key, crmId: key, userId: key, clientId: key, email: key, phone: key })
  .map((r): Row => {
    const written = (k: string, v: string) =>
      k === 'email' ? `${v}@x.pl` : k === 'phone' ? `+4860010020${v}` : v;
    return Object.fromEntries(
      Object.entries(r).flatMap(([k, v]) => (v === undefined ? [] : [[k, written(k, v)]])),
    );
  });
const sources = fc
  .tuple(fc.array(row, { maxLength: 7 }), fc.array(row, { maxLength: 7 }))
  .map(([a, b]): Source[] => [
    { idSpace: 'shop', rows: a },
    { idSpace: 'crm', rows: b },
  ]);
const ref = fc
  .record({
    key: fc.constantFrom('personId' as const, 'crmId' as const, 'email' as const, 'phone' as const),
    space: fc.constantFrom('shop', 'crm'),
    n: fc.constantFrom('1', '2', '3'),
  })
  .map(({ key: k, space, n }): PersonKeyRef => {
    if (k === 'email') return { key: k, space: '', value: `${n}@x.pl` };
    return k === 'phone' ? { key: k, space: '', value: `+4860010020${n}` } : { key: k, space, value: n };
  });
const decisions = fc
  .array(fc.array(fc.array(ref, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }), {
    maxLength: 3,
  })
  .map((list) => list.map((groups, i): JoinDecision => ({ id: `d${i}`, at: i, kind: 'people', groups })));

const rowsOf = (made: JoinedPeople, given: readonly Source[]) =>
  given.flatMap(({ rows, idSpace }, s) =>
    rows.map((r, i) => {
      const found = JOIN_KEYS.find((k) => r[k] !== undefined);
      return {
        person: made.personOf[s]?.[i] ?? -1,
        surest: found === undefined ? null : refOf(found, idSpace, r[found] as string),
        row: r,
        idSpace,
      };
    }),
  );

/** Same people in the same rows, whatever they are numbered. */
const samePartition = (a: readonly (number | string)[], b: readonly unknown[]) => {
  const [ab, ba] = [new Map<unknown, unknown>(), new Map<unknown, unknown>()];
  return a.every((x, i) => {
    const y = b[i];
    if (!ab.has(x)) ab.set(x, y);
    if (!ba.has(y)) ba.set(y, x);
    return ab.get(x) === y && ba.get(y) === x;
  });
};

describe('joinPeople, for any rows', () => {
  it('makes the people that the definition read word for word makes, decisions included', () => {
    fc.assert(
      fc.property(sources, decisions, (given, settled) => {
        const made = joinPeople(given.map(keyedRows), { decisions: settled });
        const expected = naive(given, settled);
        const rows = rowsOf(made, given).filter((r) => r.surest !== null);
        expect(
          samePartition(
            rows.map((r) => r.person),
            rows.map((r) => expected.get(r.surest as string)),
          ),
        ).toBe(true);
      }),
      { numRuns: 700 },
    );
  });

  it('never fuses two ids of one kind and id space by itself, along whatever chain', () => {
    fc.assert(
      fc.property(sources, (given) => {
        const made = joinPeople(given.map(keyedRows));
        const idOf = new Map<string, string>();
        for (const r of rowsOf(made, given)) {
          // A row's own lesser ids may be somebody else's: it is the surest one that says whose the row is.
          const strong = JOIN_KEYS.find((k) => r.row[k] !== undefined);
          if (strong === undefined || !STRONG.includes(strong)) continue;
          const slot = `${r.person} ${strong} ${r.idSpace}`;
          expect(idOf.get(slot) ?? r.row[strong]).toBe(r.row[strong]);
          idOf.set(slot, r.row[strong] as string);
        }
        // Said of the keys themselves too: two ids of one slot are never one person's keys.
        for (let node = 0; node < made.nodes.size; node++) {
          const { key: kind, space, value } = made.nodes.key(node);
          if (!STRONG.includes(kind)) continue;
          const slot = `root ${made.root[node]} ${kind} ${space}`;
          expect(idOf.get(slot) ?? value).toBe(value);
          idOf.set(slot, value);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('does not let the order of rows and captures decide who is whose', () => {
    fc.assert(
      fc.property(sources, decisions, (given, settled) => {
        const made = joinPeople(given.map(keyedRows), { decisions: settled });
        const turned = [...given].reverse().map((s) => ({ ...s, rows: [...s.rows].reverse() }));
        const other = joinPeople(turned.map(keyedRows), { decisions: settled });
        expect([other.people, other.joined, other.ambiguous]).toEqual([
          made.people,
          made.joined,
          made.ambiguous,
        ]);
        const rows = rowsOf(made, given).filter((r) => r.surest !== null);
        const again = rowsOf(other, turned).filter((r) => r.surest !== null);
        const otherOf = new Map(again.map((r) => [r.surest, r.person]));
        expect(
          samePartition(
            rows.map((r) => r.person),
            rows.map((r) => otherOf.get(r.surest)),
          ),
        ).toBe(true);
      }),
      { numRuns: 700 },
    );
  });

  it('keeps every decision that a later one does not contradict', () => {
    fc.assert(
      fc.property(sources, decisions, (given, settled) => {
        const made = joinPeople(given.map(keyedRows), { decisions: settled });
        const rootOf = (r: PersonKeyRef) => made.root[made.nodes.nodeOf(r)];
        for (const decision of settled) {
          if (decision.kind !== 'people' || made.overruled.has(decision.id)) continue;
          for (const group of decision.groups) expect(new Set(group.map(rootOf)).size).toBe(1);
          expect(new Set(decision.groups.map(([first]) => rootOf(first as PersonKeyRef))).size).toBe(
            decision.groups.length,
          );
        }
        expect(made.overruled.has(settled.at(-1)?.id ?? '') && settled.length > 0).toBe(
          settled.length > 0 && contradictsItself(settled.at(-1) as JoinDecision),
        );
      }),
      { numRuns: 700 },
    );
  });

  it('leaves nobody joined by a key the person called shared', () => {
    fc.assert(
      fc.property(sources, fc.constantFrom('1', '2', '3'), (given, n) => {
        const shared: PersonKeyRef = { key: 'email', space: '', value: `${n}@x.pl` };
        const made = joinPeople(given.map(keyedRows), {
          decisions: [{ id: 'd', at: 0, kind: 'shared', key: shared }],
        });
        // As though each tool's rows had an address of the tool's own, which then proves nothing within it either.
        const without = given.map((s) => ({
          ...s,
          rows: s.rows.map((r): Row => {
            if (r.email !== shared.value) return r;
            const { email: _, ...rest } = r;
            const surer: readonly (string | undefined)[] = [r.personId, r.crmId, r.userId, r.clientId];
            return surer.some((k) => k !== undefined) ? rest : r;
          }),
        }));
        const expected = naive(
          without.map((s) => ({
            ...s,
            rows: s.rows.map((r) => (r.email === shared.value ? { ...r, email: `${n}@${s.idSpace}` } : r)),
          })),
          [],
        );
        const rows = rowsOf(made, without).filter((r) => r.surest !== null);
        expect(
          samePartition(
            rows.map((r) => r.person),
            rows.map((r) => {
              const name = r.surest as string;
              return expected.get(
                name === keyName(shared) ? keyName({ ...shared, value: `${n}@${r.idSpace}` }) : name,
              );
            }),
          ),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function contradictsItself(decision: JoinDecision): boolean {
  if (decision.kind !== 'people') return false;
  const names = decision.groups.map((g) => new Set(g.map(keyName)));
  return names.some((a, i) => names.slice(i + 1).some((b) => [...a].some((name) => b.has(name))));
}
