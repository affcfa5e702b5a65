/** Whose clock the times of one capture are on. */
export interface CaptureClock {
  /** `offset`: every time says how far it is from UTC; `wall`: none does; `mixed`: some do; `none`: days alone. */
  readonly written: 'offset' | 'wall' | 'mixed' | 'none';
  /** The IANA zone the source itself states for times without an offset. */
  readonly stated: string | null;
  /** The same as the person says; null where they have not. It goes before what the source states. */
  readonly said: string | null;
  /** The zone times are brought to; null leaves them as written. */
  readonly shown: string | null;
}

/** The zone of times without an offset; null where nobody knows. */
export function wallZone({ said, stated }: CaptureClock): string | null {
  return said ?? stated;
}

/** Whether all its times can be brought to another clock. */
export function isPlaced(clock: CaptureClock): boolean {
  return clock.written === 'none' || clock.written === 'offset' || wallZone(clock) !== null;
}
