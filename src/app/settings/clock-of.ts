import type { Passport } from '../../core/passport';
import { type CaptureClock, isPlaced } from '../../core/time/capture-clock';
import type { KeptTable } from '../../ingest/dataset/kept-table';
import { writtenClock } from '../../ingest/dataset/on-clock';
import { statedZone } from '../../ingest/readings/stated-zone';
import type { RootRecord } from '../../store/root-record';

/**
 * A new capture's clock: how its times are written, the zone its lines above the table or its own headers state, and
 * what was said of an earlier capture of the same source, which is asked of once.
 */
export function clockOf(kept: KeptTable, preamble: readonly string[], root: RootRecord): CaptureClock {
  const written = writtenClock(kept.columns);
  const headers = kept.columns.flatMap(({ column, mapping }) =>
    column.type === 'time' ? [mapping.header] : [],
  );
  const source = clockSource(kept.passport, kept.mapping.idSpace);
  const earlier = root.captures.findLast(
    (c) => clockSource(c.passport, c.mapping.idSpace) === source && c.passport.clock?.said != null,
  );
  return {
    written,
    stated: statedZone([...headers, ...preamble]),
    said: earlier?.passport.clock?.said ?? null,
    shown: root.settings?.clock ?? null,
  };
}

/** Captures of one source keep one clock. */
export function clockSource({ tool, account, property }: Passport, idSpace: string): string {
  return JSON.stringify([tool, account, property, idSpace]);
}

/** The passport with its clock, and what it says of the zone because of that. */
export function withClock(passport: Passport, clock: CaptureClock): Passport {
  const converted = clock.shown !== null && clock.written !== 'none' && isPlaced(clock);
  return { ...passport, clock, timeZone: converted ? (clock.shown as string) : 'as-written' };
}
