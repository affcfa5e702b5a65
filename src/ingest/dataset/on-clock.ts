import { NULL_CODE, type TimeColumn } from '../../core/column';
import { DAY_MS } from '../../core/time/calendar';
import { type CaptureClock, wallZone } from '../../core/time/capture-clock';
import { type TimeZone, timeZone } from '../../core/time/time-zone';
import type { KeptColumn, KeptTable } from './kept-table';

/**
 * The table with its times on the clock they are to be shown on. A time with an offset is a moment of its own; one
 * without is on the source's clock, if anybody has said which. Days alone are days on any clock.
 */
export function onClock(kept: KeptTable): KeptTable {
  const { clock } = kept.passport;
  if (clock === undefined || clock.shown === null) return kept;
  const shown = timeZone(clock.shown);
  const zone = wallZone(clock);
  const own = zone === null || zone === clock.shown ? null : timeZone(zone);
  return {
    ...kept,
    columns: kept.columns.map((column) =>
      holdsTimes(column) ? { ...column, column: shifted(column, own, shown) } : column,
    ),
  };
}

/** How the times of the kept columns are written. */
export function writtenClock(columns: readonly KeptColumn[]): CaptureClock['written'] {
  let offset = false;
  let wall = false;
  for (const column of columns) {
    if (!holdsTimes(column)) continue;
    const codes = column.cellOffset?.codes;
    const { values } = column.column;
    for (let row = 0; row < values.length && !(offset && wall); row++) {
      if (Number.isNaN(values[row]!)) continue;
      if (codes !== undefined && codes[row] !== NULL_CODE) offset = true;
      else wall = true;
      // Without offsets the first time says it of all.
      if (codes === undefined) break;
    }
  }
  if (offset && wall) return 'mixed';
  return offset ? 'offset' : wall ? 'wall' : 'none';
}

type TimesColumn = KeptColumn & { readonly column: TimeColumn };

/** Days written as midnights are days: no shop sells at midnight only. */
export function holdsTimes(kept: KeptColumn): kept is TimesColumn {
  const { column, cellOffset, mapping } = kept;
  if (column.type !== 'time') return false;
  if (cellOffset != null) return true;
  if (mapping.reading.kind !== 'date' || (!mapping.reading.time && mapping.reading.order !== 'epoch'))
    return false;
  return column.values.some((value) => !Number.isNaN(value) && value % DAY_MS !== 0);
}

function shifted({ column, cellOffset }: TimesColumn, own: TimeZone | null, shown: TimeZone): TimeColumn {
  const offsets = cellOffset?.dictionary.map(offsetMs) ?? [];
  const values = new Float64Array(column.values.length);
  for (let row = 0; row < values.length; row++) {
    const value = column.values[row]!;
    const code = cellOffset == null ? NULL_CODE : cellOffset.codes[row]!;
    if (Number.isNaN(value)) values[row] = value;
    else if (code !== NULL_CODE) values[row] = shown.wallOf(value - offsets[code]!);
    else values[row] = own === null ? value : shown.wallOf(own.instantOf(value));
  }
  return { type: 'time', values };
}

/** `-03:30` in milliseconds. */
function offsetMs(text: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([-+])(\d{2}):(\d{2})$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
