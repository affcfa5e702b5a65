type Values = Float64Array | Int32Array | Uint8Array;

/** Writes each order's value to all its lines. Most orders have a few, for which a call to `fill` costs more than a loop. */
export function spread<T extends Values>(ofOrders: T, lines: Uint32Array, into: T): T {
  for (let order = 0; order < ofOrders.length; order++) {
    const value = ofOrders[order]!;
    const end = lines[order + 1]!;
    for (let line = lines[order]!; line < end; line++) into[line] = value;
  }
  return into;
}
