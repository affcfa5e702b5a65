/** How earlier versions stored whole numbers in fewer bytes; those that stand as they are have no form. */
export interface EarlierForm {
  /** Of each number stored. */
  readonly bytes: 1 | 2 | 4;
  /** `value`: `base + unit × stored`; `step`: how much more than the number before, the one before the first being `base`. */
  readonly by: 'value' | 'step';
  readonly base: number;
  readonly unit: number;
}

/** Puts what is stored back into `values` from `at` on; whatever stands before it must be there already. */
export function widenNumbers(
  block: ArrayBuffer,
  form: EarlierForm,
  values: Uint32Array | Int32Array | Float64Array,
  at: number,
): number {
  const stored =
    form.bytes === 1
      ? new Uint8Array(block)
      : form.bytes === 2
        ? new Uint16Array(block)
        : new Uint32Array(block);
  const { base, unit } = form;
  if (form.by === 'step') {
    let last = at === 0 ? base : values[at - 1]!;
    for (let i = 0; i < stored.length; i++) values[at + i] = last += stored[i]!;
  } else if (values instanceof Float64Array) {
    for (let i = 0; i < stored.length; i++)
      values[at + i] = stored[i] === 0 ? Number.NaN : base + unit * stored[i]!;
  } else for (let i = 0; i < stored.length; i++) values[at + i] = base + stored[i]!;
  return stored.length;
}
