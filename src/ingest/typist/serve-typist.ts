import { CellReader } from '../bytes/cell-batch';
import type { RowForecast } from '../bytes/row-forecast';
import { ColumnProfile } from '../readings/column-profile';
import { profileBuffers } from '../readings/profile-state';
import type { FromTypist, ToTypist, TypistPort } from './messages';
import { unpacked } from './parcel';

interface Job {
  /** By column. */
  readonly profiles: Map<number, ColumnProfile>;
  readonly reader: CellReader;
  readonly forecast: RowForecast;
}

/** The other half of `Typist`: types the columns it was given, batch by batch, and gives them back. */
export function serveTypist(port: TypistPort<FromTypist, ToTypist>): void {
  const jobs = new Map<number, Job>();

  const answer = (message: ToTypist): void => {
    switch (message.kind) {
      case 'begin': {
        const { job, dialect } = message;
        jobs.set(job, { profiles: new Map(), reader: new CellReader(dialect), forecast: { rows: 0 } });
        return;
      }
      case 'take': {
        const held = jobs.get(message.job);
        message.profiles.forEach((state, i) => {
          held?.profiles.set(message.columns[i]!, ColumnProfile.of(state, held.reader, held.forecast));
        });
        return;
      }
      case 'rows': {
        const { job, parcel, runs } = message;
        const held = jobs.get(job);
        const begun = performance.now();
        if (held !== undefined) {
          const batch = unpacked(parcel);
          held.forecast.rows = message.forecast;
          for (const [column, profile] of held.profiles) {
            for (let k = 0; k < runs.length; k += 2) profile.addRange(batch, runs[k]!, runs[k + 1]!, column);
          }
        }
        const spare = parcel.buffer;
        const ms = performance.now() - begun;
        port.postMessage({ kind: 'typed', job, ms, spare }, [spare]);
        return;
      }
      case 'back': {
        const { job, columns } = message;
        const held = jobs.get(job)?.profiles;
        const profiles = columns.flatMap((column) => held?.get(column)?.state() ?? []);
        for (const column of columns) held?.delete(column);
        port.postMessage({ kind: 'back', job, profiles }, profiles.flatMap(profileBuffers));
        return;
      }
      case 'drop':
        jobs.delete(message.job);
    }
  };

  port.addEventListener('message', ({ data }) => {
    try {
      answer(data);
    } catch (error) {
      jobs.delete(data.job);
      port.postMessage({ kind: 'failed', job: data.job, reason: String(error) }, []);
    }
  });
  port.postMessage({ kind: 'ready' }, []);
}
