/** An exponent may be this far above one, as it is measured, before growth is no longer called linear. */
const LINEAR = 1.05;

const ms = (value) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
const number = (value) => value.toLocaleString('en-US');

/** A row a work, a column a size: medians, the exponent through them and the line. */
export function growthTable(growth) {
  const sizes = [...new Set(growth.flatMap(({ times }) => times.map(({ orders }) => orders)))];
  const row = ({ what, times, exponent, atTheEnd, r2, line }) => {
    const at = sizes.map((orders) => times.find((t) => t.orders === orders)?.ms.median);
    return [
      what,
      ...at.map((time) => (time === undefined ? '' : ms(time))),
      `${exponent.value.toFixed(2)} (${exponent.lo.toFixed(2)}–${exponent.hi.toFixed(2)})`,
      atTheEnd.toFixed(2),
      r2.toFixed(4),
      `${line.interceptMs.toFixed(1)} ms + ${line.nsPerRow.toPrecision(3)} ns an order`,
    ];
  };
  const heads = ['ms, by orders', ...sizes.map(number), 'exponent', 'of the last two', 'r²', 'line'];
  return [heads, heads.map(() => '---'), ...growth.map(row)].map((cells) => `| ${cells.join(' | ')} |`);
}

/** Whether no work grows faster than rows, nor clearly faster than recorded; says what was looked at. */
export function checkGrowth(growth, recorded) {
  let fine = true;
  for (const { what, exponent } of growth) {
    const then = recorded?.find((r) => r.what === what)?.exponent;
    const ok = exponent.lo <= Math.max(LINEAR, then?.hi ?? 0);
    fine &&= ok;
    const interval = `${exponent.value.toFixed(2)} (${exponent.lo.toFixed(2)}–${exponent.hi.toFixed(2)})`;
    console.log(
      `${ok ? 'ok  ' : 'MORE'} ${what}: grows with the power ${interval} of rows (recorded ${then?.value.toFixed(2) ?? 'never'})`,
    );
  }
  return fine;
}
