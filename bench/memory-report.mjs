/** A ratio may be this far above the recorded one before `--check` fails. */
const SLACK = 1.15;

const MB = ({ median, min, max }) => [median, min, max].map((bytes) => (bytes / 1e6).toFixed(0));
const range = ([median, min, max]) => `${median} (${min}–${max})`;
const times = ({ median, min, max }) => range([median, min, max].map((ratio) => ratio.toFixed(2)));

/** A row a work: what is held, its peak, and both beside the columns. */
export function memoryTable(memory) {
  return [
    '| MB | columns | held | held ÷ columns | peak | peak ÷ columns | aim |',
    '|---|---|---|---|---|---|---|',
    ...memory.map(
      ({ what, columns, held, peak, ratio, peakRatio, aim }) =>
        `| ${what} | ${(columns / 1e6).toFixed(0)} | ${range(MB(held))} | ${times(ratio)} | ${range(MB(peak))} | ${times(peakRatio)} | ${aim} |`,
    ),
  ];
}

/** Whether what is held beside the columns has not grown clearly; says what was looked at. */
export function checkMemory(memory, recorded) {
  let fine = true;
  for (const { what, ratio, peakRatio } of memory) {
    const then = recorded?.find((r) => r.what === what);
    for (const [name, now, before] of [
      ['held', ratio, then?.ratio],
      ['at most', peakRatio, then?.peakRatio],
    ]) {
      const ok = before === undefined || now.median <= before.median * SLACK;
      fine &&= ok;
      console.log(
        `${ok ? 'ok  ' : 'MORE'} ${what}, ${name}: ${now.median.toFixed(2)} × its columns (recorded ${before?.median.toFixed(2) ?? 'never'})`,
      );
    }
  }
  return fine;
}
