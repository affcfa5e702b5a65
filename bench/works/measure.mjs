export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const mid = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2;
};

export const spread = (values) => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** The same number, but for the order it was summed in. */
export const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** @throws where two results differ anywhere */
export function mustAgree(what, ours, theirs) {
  const a = [ours].flat(3);
  const b = [theirs].flat(3);
  const at = a.findIndex((value, i) => value === null || !near(value, b[i]));
  if (a.length !== b.length || at >= 0) {
    throw new Error(`${what} differ at ${at}: ours ${a[at]} of ${a.length}, theirs ${b[at]} of ${b.length}`);
  }
}

/**
 * Rounds in which ours and each peer take turns, after one that warms everybody up.
 * @param {number} rounds
 * @param {Record<string, (round: number) => Promise<{ ms: number }>>} sides `ours` among them
 * @param {(results: Record<string, any>) => void} check results of a round, before its times count
 */
export async function alternate(rounds, sides, check = () => {}, warmUps = 1) {
  const times = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = -warmUps; round < rounds; round++) {
    const results = {};
    for (const [name, run] of Object.entries(sides)) results[name] = await run(round + warmUps);
    check(results);
    if (round >= 0) for (const name of Object.keys(sides)) times[name].push(results[name].ms);
  }
  return times;
}

/** Ours beside the others: medians, and the median of each round's ratio of theirs to ours. */
export function beside(times, whats) {
  const { ours, ...others } = times;
  return {
    ours: { what: whats.ours, ms: spread(ours) },
    peers: Object.entries(others).map(([name, theirs]) => ({
      name,
      what: whats[name],
      ms: spread(theirs),
      ratio: spread(ours.map((ms, i) => theirs[i] / ms)),
    })),
  };
}

/** How many times as long ours takes as what is its limit, round by round. */
export const asLong = (times, limit) => spread(times.ours.map((ms, i) => ms / times[limit][i]));
