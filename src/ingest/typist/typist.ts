import type { CellBatch } from '../bytes/cell-batch';
import { type ProfileState, profileBuffers } from '../readings/profile-state';
import type { Dialect } from '../survey';
import type { FromTypist, ToTypist, TypistPort } from './messages';
import { packed } from './parcel';
import { ReadAlone } from './read-alone';

/** Batches that may be on their way: enough that neither side waits for the other, and no more memory than that. */
const AHEAD = 8;

/** A second worker that types some of a table's columns while this one reads on and types the others. */
export interface Typist {
  /** Once it is running; what is sent before would wait for it to load. */
  readonly isReady: boolean;
  begin(dialect: Dialect): TypistJob;
}

/** Rejects with `ReadAlone` where the worker is lost. */
export interface TypistJob {
  /** Columns as far as they are typed, to be typed on. */
  take(columns: readonly number[], profiles: readonly ProfileState[]): void;
  /** Sends a copy of the batch; `runs` are stretches of records, from and to in turn. */
  rows(batch: CellBatch, runs: readonly number[], forecast: number): void;
  /** Resolves when another batch may be sent. */
  room(): Promise<void>;
  /** Time it has taken to type all that was sent and came back, in ms. */
  readonly ms: number;
  /** Of the columns given, these; when all that was sent is typed. */
  back(columns: readonly number[]): Promise<readonly ProfileState[]>;
  /** Nothing more is wanted of it. */
  drop(): void;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (reason: ReadAlone) => void;
}

class Job implements TypistJob {
  ms = 0;
  private sent = 0;
  private readonly spares: ArrayBuffer[] = [];
  private returned: readonly ProfileState[] | null = null;
  private lost: ReadAlone | null = null;
  private waiting: Waiting | null = null;

  constructor(
    private readonly id: number,
    private readonly post: (message: ToTypist, transfer: Transferable[]) => void,
    private readonly ended: () => void,
  ) {}

  take(columns: readonly number[], profiles: readonly ProfileState[]): void {
    this.post({ kind: 'take', job: this.id, columns, profiles }, profiles.flatMap(profileBuffers));
  }

  rows(batch: CellBatch, runs: readonly number[], forecast: number): void {
    this.sent++;
    const parcel = packed(batch, this.spares.pop() ?? null);
    this.post({ kind: 'rows', job: this.id, parcel, runs, forecast }, [parcel.buffer]);
  }

  room(): Promise<void> {
    return this.until(() => this.sent < AHEAD);
  }

  async back(columns: readonly number[]): Promise<readonly ProfileState[]> {
    this.returned = null;
    this.post({ kind: 'back', job: this.id, columns }, []);
    await this.until(() => this.returned !== null);
    return this.returned ?? [];
  }

  drop(): void {
    if (this.lost !== null) return;
    this.lost = new ReadAlone('dropped');
    this.post({ kind: 'drop', job: this.id }, []);
    this.ended();
  }

  hear(message: Exclude<FromTypist, { kind: 'ready' }>): void {
    switch (message.kind) {
      case 'typed':
        this.sent--;
        this.ms += message.ms;
        this.spares.push(message.spare);
        break;
      case 'back':
        this.returned = message.profiles;
        break;
      case 'failed':
        this.lose(message.reason);
        return;
    }
    this.waiting?.resolve();
  }

  lose(reason: string): void {
    this.lost = new ReadAlone(reason);
    this.waiting?.reject(this.lost);
    this.ended();
  }

  private async until(is: () => boolean): Promise<void> {
    for (;;) {
      if (this.lost !== null) throw this.lost;
      if (is()) return;
      await new Promise<void>((resolve, reject) => {
        this.waiting = { resolve, reject };
      });
    }
  }
}

/** A typist at the other end of a port; `lost` is to be called where that end is no more. */
export function typistOver(
  port: TypistPort<ToTypist, FromTypist>,
  idle: () => void = () => {},
): Typist & { lost(reason: string): void } {
  let isReady = false;
  let lastId = 0;
  const jobs = new Map<number, Job>();
  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'ready') isReady = true;
    else jobs.get(data.job)?.hear(data);
  });
  return {
    get isReady() {
      return isReady;
    },
    begin(dialect) {
      const id = ++lastId;
      const job = new Job(
        id,
        (message, transfer) => port.postMessage(message, transfer),
        () => {
          jobs.delete(id);
          if (jobs.size === 0) idle();
        },
      );
      jobs.set(id, job);
      port.postMessage({ kind: 'begin', job: id, dialect }, []);
      return job;
    },
    lost(reason) {
      isReady = false;
      for (const job of [...jobs.values()]) job.lose(reason);
    },
  };
}
