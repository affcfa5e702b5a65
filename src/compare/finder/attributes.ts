import { type Column, isNull, type TextColumn } from '../../core/column';
import { FIELDS, type Field } from '../../core/fields';
import type { Label } from '../../core/label';
import { DAY_MS, dayOf } from '../../core/time/calendar';
import { personColumn } from '../../segments/engine/person-column';
import type { Scope } from '../../segments/engine/scope';
import type { NumberTest, Rule, ValueTest } from '../../segments/rule/rule';
import { ruleWords } from '../../segments/sentence/rule-words';
import { amountAsked } from './amount-asked';
import { shareAnswer } from './answers';
import { type Asked, type AskedField, nothingAsked, oneAsked } from './asked';
import type { Candidate } from './candidate';
import { codedShares } from './coded-share';
import { codesOf } from './column-codes';
import { personKeys } from './defining-fields';
import { shareAssociation } from './share-association';
import { A, B, type Sides } from './sides';

/** Values of one field asked about, the commonest first; the rest is said to be left out. */
const MOST_VALUES = 500;
/** With more values to a person than this, a field names people and does not describe them. */
const OWN_VALUES = 0.5;
const FEW_VALUES = 20;

const words = ruleWords();

/** Everything held of the people themselves. */
export function attributeFields(scope: Scope, sides: Sides): readonly AskedField[] {
  const columns = new Map<string, Column>();
  for (const id of scope.dataset.people.columns.keys()) {
    const asked = id === 'birthDate' ? 'age' : id === 'createdAt' ? 'daysSinceCreated' : id;
    const column = personColumn(scope, asked);
    if (column !== null) columns.set(asked, column);
  }
  return [...columns].map(([id, column]): AskedField => {
    const label = words.field('people', id);
    return {
      of: 'people',
      field: id,
      label,
      keys: personKeys(id),
      column,
      ask: () => {
        const personal = Object.hasOwn(FIELDS.people, id)
          ? (FIELDS.people as Readonly<Record<string, Field>>)[id]?.personal
          : undefined;
        if (personal !== undefined && personal !== 'address' && id !== 'age')
          return { leftOut: 'identifies' };
        const asked = ask(id, label, column, scope, sides);
        const filled = asked.leftOut === null ? filledQuestion(id, label, column, asked.known, sides) : null;
        return asked.leftOut !== null || filled === null || filled.leftOut !== null
          ? asked
          : {
              ...asked,
              candidates: [...asked.candidates, ...filled.candidates],
              tooFew: asked.tooFew + filled.tooFew,
            };
      },
    };
  });
}

function ask(id: string, label: Label, column: Column, scope: Scope, sides: Sides): Asked {
  if (column.type === 'text') return textQuestions(id, label, column, sides);
  if (column.type === 'flag') return flagQuestion(id, label, column, sides);
  // A date as days before the as-of: ago is what a reader reckons in.
  const values =
    column.type === 'time'
      ? column.values.map((at) => (Number.isNaN(at) ? at : dayOf(scope.asOf) - dayOf(at)))
      : column.values;
  const unit =
    column.type === 'money'
      ? 'money'
      : column.type === 'time' || id === 'daysSinceCreated'
        ? 'days'
        : 'number';
  return amountAsked(values, sides.of, {
    subject: { of: 'people', field: id, label, value: null, asks: 'amount' },
    unit,
    units: column.type === 'money' ? scope.units : 1,
    rule: (test) => (column.type === 'time' ? dayRule(id, test, scope.asOf) : attribute(id, test)),
  });
}

/** So many days ago or more is on that day or before it. */
function dayRule(field: string, test: NumberTest, asOf: number): Rule {
  const bound = test.op === 'between' ? test.from : test.value;
  const before = test.op === 'at-least' || test.op === 'more-than';
  const days = bound + (test.op === 'more-than' ? 1 : test.op === 'less-than' ? -1 : 0);
  return attribute(field, { op: before ? 'before' : 'after', at: (dayOf(asOf) - days) * DAY_MS });
}

const attribute = (field: string, test: ValueTest): Rule => ({ kind: 'attribute', field, test });

/** Whether the field is held at all, where it is of some and not of others. */
function filledQuestion(
  id: string,
  label: Label,
  column: Column,
  known: readonly [number, number] | null,
  { of: side, sizes }: Sides,
): Asked | null {
  if (known === null || known[0] + known[1] === sizes[0] + sizes[1]) return null;
  const answer = shareAnswer([known[0], sizes[0]], [known[1], sizes[1]]);
  if (answer === null) return nothingAsked(1);
  return oneAsked({
    subject: { of: 'people', field: id, label, value: null, asks: 'filled' },
    unit: 'rate',
    metric: null,
    answer,
    association: shareAssociation(answer),
    trait: () => ({
      kind: 'share',
      values: filledness(column, side.length),
      per: null,
    }),
    rule: () => ({ rule: attribute(id, { op: 'is-filled' }), threshold: null }),
  });
}

function filledness(column: Column, size: number): Float64Array {
  const out = new Float64Array(size);
  for (let p = 0; p < size; p++) out[p] = isNull(column, p) ? 0 : 1;
  return out;
}

function flagQuestion(id: string, label: Label, column: Column, { of: side }: Sides): Asked {
  const codes = codesOf(column)?.codes ?? [];
  const hits = [0, 0, 0];
  const known = [0, 0, 0];
  for (let p = 0; p < side.length; p++) {
    if (side[p] === 0 || codes[p]! < 0) continue;
    known[side[p]!]!++;
    hits[side[p]!]! += codes[p]!;
  }
  const both = [known[A]!, known[B]!] as const;
  if (hits[A]! + hits[B]! === 0 || hits[A]! + hits[B]! === known[A]! + known[B]!)
    return nothingAsked(0, both);
  const answer = shareAnswer([hits[A]!, known[A]!], [hits[B]!, known[B]!]);
  if (answer === null) return nothingAsked(1, both);
  return oneAsked(
    {
      subject: { of: 'people', field: id, label, value: 'yes', asks: 'is' },
      unit: 'rate',
      metric: null,
      answer,
      association: shareAssociation(answer),
      trait: () => codedShares(codes, 2)((code) => code === 1),
      rule: () => ({ rule: attribute(id, { op: 'is-yes' }), threshold: null }),
    },
    both,
  );
}

function textQuestions(id: string, label: Label, column: TextColumn, { of: side }: Sides): Asked {
  const { codes, dictionary } = column;
  // Of several tags in one cell each is a value.
  const split = id === 'tags';
  const values = split ? [...new Set(dictionary.flatMap(tagsOf))] : dictionary;
  const place = split ? new Map(values.map((tag, i) => [tag, i])) : null;
  const parts =
    place === null ? null : dictionary.map((cell) => [...new Set(tagsOf(cell))].map((t) => place.get(t)!));
  const counts = new Uint32Array(values.length * 3);
  const known = [0, 0, 0];
  for (let p = 0; p < side.length; p++) {
    const s = side[p]!;
    const code = codes[p]!;
    if (s === 0 || code < 0) continue;
    known[s]!++;
    if (parts === null) counts[code * 3 + s]!++;
    else for (const part of parts[code]!) counts[part * 3 + s]!++;
  }
  const [nA, nB] = [known[A]!, known[B]!];
  const totals = values.map((_, code) => counts[code * 3 + A]! + counts[code * 3 + B]!);
  const held = totals.reduce((n, total) => n + (total > 0 ? 1 : 0), 0);
  if (!split && held > FEW_VALUES && held > OWN_VALUES * (nA + nB)) return { leftOut: 'own-values' };
  // One value of all says nothing; of two, one says what the other does.
  if (held < 2 && !split) return nothingAsked(0, [nA, nB]);
  const order = values
    .map((_, code) => code)
    .filter((code) => totals[code]! > 0)
    .sort((a, b) => totals[b]! - totals[a]! || a - b);
  const asked = order.slice(0, MOST_VALUES);
  if (!split && asked.length === 2) asked.splice(YES.test(values[asked[1]!]!) ? 0 : 1, 1);
  const shareOf = codedShares(codes, dictionary.length);
  let tooFew = 0;
  const candidates = asked.flatMap((code): Candidate[] => {
    const answer = shareAnswer([counts[code * 3 + A]!, nA], [counts[code * 3 + B]!, nB]);
    if (answer === null) {
      tooFew++;
      return [];
    }
    const value = values[code]!;
    return [
      {
        subject: { of: 'people', field: id, label, value, asks: 'is' },
        unit: 'rate',
        metric: null,
        answer,
        association: shareAssociation(answer),
        trait: () =>
          shareOf(parts === null ? (cell) => cell === code : (cell) => parts[cell]!.includes(code)),
        rule: () => ({
          rule: attribute(id, { op: 'is-any-of', values: [value] }),
          threshold: null,
        }),
      },
    ];
  });
  return {
    leftOut: null,
    candidates,
    tooFew,
    known: [nA, nB],
    more: order.length > MOST_VALUES ? MOST_VALUES : null,
  };
}

/** Of a yes and a no, the yes is told of. */
const YES = /^(yes|y|true|t|tak|prawda|1)$/i;

/** As the rule language reads them. */
const tagsOf = (cell: string): readonly string[] =>
  cell
    .split(/[,;|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
