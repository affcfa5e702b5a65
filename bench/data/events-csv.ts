import { emailOf, KINDS, type Shop, stamp } from './shop';
import { writtenFile } from './written-file';

/** The shop's events, a line each. */
export function eventsCsv({ customers, events }: Shop): File {
  return writtenFile(
    `events-${customers}.csv`,
    'Email,Event time,Event',
    events.customer.length,
    (e) => `${emailOf(events.customer[e]!)},${stamp(events.at[e]!)},${KINDS[events.kind[e]!]}`,
  );
}
