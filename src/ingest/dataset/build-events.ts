import { NULL_CODE, type TextColumn } from '../../core/column';
import type { EventsTable } from '../../core/dataset';
import { CUSTOM_PREFIX, FIELDS } from '../../core/fields';
import { eventKindOf } from '../mapping/event-kind';
import type { SaidOfPeople } from './build-people';
import { BUILD_WORK } from './build-work';
import { fieldColumn, type KeptTable } from './capture-table';
import { ColumnPieces } from './column-pieces';
import { personColumns } from './person-columns';
import { personTimeOrder } from './person-time-order';

/** Sorts all captures' events by person and time. Yields the work done, column by column. */
export function* buildEvents(
  sources: readonly KeptTable[],
  personOf: readonly Int32Array[],
  people: number,
): Generator<number, SaidOfPeople & { readonly table: EventsTable }> {
  const size = sources.reduce((sum, s) => sum + s.rows, 0);
  const unsortedTime = new Float64Array(size).fill(Number.NaN);
  const unsortedPerson = new Int32Array(size);
  const starts: number[] = [];
  let start = 0;
  sources.forEach((kept, s) => {
    starts.push(start);
    const time = fieldColumn(kept, 'time')?.column;
    if (time?.type === 'time') unsortedTime.set(time.values, start);
    unsortedPerson.set(personOf[s] as Int32Array, start);
    start += kept.rows;
  });
  const { offsets, members } = personTimeOrder(unsortedPerson, unsortedTime, people);
  yield size * BUILD_WORK.sort;
  const place = new Int32Array(size);
  const person = new Int32Array(size);
  const time = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    place[members[i]!] = i;
    person[i] = unsortedPerson[members[i]!]!;
    time[i] = unsortedTime[members[i]!]!;
  }

  const own = new ColumnPieces();
  const said = new ColumnPieces();
  const kinds = new ColumnPieces();
  sources.forEach((kept, s) => {
    const to = place.subarray(starts[s], (starts[s] ?? 0) + kept.rows);
    kinds.add('kind', { column: kindColumn(kept), to });
    for (const [id, column] of personColumns(kept)) said.add(id, { column, to });
    for (const id of Object.keys(FIELDS.events)) {
      if (id === 'time' || id === 'kind' || Object.hasOwn(FIELDS.people, id)) continue;
      const column = fieldColumn(kept, id)?.column;
      if (column !== undefined) own.add(id, { column, to });
    }
    // `name` is a person's on contacts and orders, and the event's own here.
    const name = fieldColumn(kept, 'name')?.column;
    if (name !== undefined) {
      own.add('name', { column: name, to });
      said.drop('name');
    }
    for (const { mapping, column } of kept.columns) {
      if (mapping.target.kind === 'custom' && mapping.target.of === 'row')
        own.add(`${CUSTOM_PREFIX}${mapping.header}`, { column, to });
    }
  });

  return {
    personOf: person,
    said: yield* said.assemble(size),
    table: {
      size,
      offsets,
      person,
      time,
      kind: ((yield* kinds.assemble(size)).get('kind') ?? NO_KINDS) as TextColumn,
      columns: yield* own.assemble(size),
    },
  };
}

const NO_KINDS: TextColumn = { type: 'text', codes: new Int32Array(), dictionary: [] };

/** Known kinds in their own spelling, others as written, none as `custom`. */
function kindColumn(kept: KeptTable): TextColumn {
  const found = fieldColumn(kept, 'kind')?.column;
  if (found?.type !== 'text') {
    return { type: 'text', codes: new Int32Array(kept.rows), dictionary: ['custom'] };
  }
  const codes = new Map<string, number>();
  const codeOf = (kind: string) => {
    const code = codes.get(kind) ?? codes.size;
    codes.set(kind, code);
    return code;
  };
  const map = found.dictionary.map((text) => codeOf(eventKindOf(text) ?? text));
  const unknown = codeOf('custom');
  return {
    type: 'text',
    codes: found.codes.map((code) => (code === NULL_CODE ? unknown : (map[code] ?? unknown))),
    dictionary: [...codes.keys()],
  };
}
