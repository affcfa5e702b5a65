import type { SequenceStep } from '../rule/rule';
import { countedMask, rowMask } from './row-mask';
import type { Scope } from './scope';
import { NO, UNKNOWN, YES } from './trit';

/** Trits by row of the step's table; null where every row matches. */
export function stepMask(scope: Scope, { of, where = [] }: SequenceStep): Uint8Array | null {
  return of === 'items' ? ordersByLine(scope, rowMask(scope, 'items', where)) : countedMask(scope, of, where);
}

/** Sales with a line that matches; unknown where a line can't be told, or none is held. */
function ordersByLine({ dataset }: Scope, lines: Uint8Array | null): Uint8Array {
  const { isSale, size } = dataset.orders;
  const { offsets } = dataset.items;
  const out = new Uint8Array(size);
  for (let order = 0; order < size; order++) {
    if (isSale[order] === 0) continue;
    let found = offsets[order] === offsets[order + 1] ? UNKNOWN : NO;
    for (let line = offsets[order]!; line < offsets[order + 1]! && found !== YES; line++)
      found = lines === null ? YES : lines[line] === NO ? found : lines[line]!;
    out[order] = found;
  }
  return out;
}
