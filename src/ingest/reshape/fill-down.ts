import { type Column, isNull } from '../../core/column';

/** The column with each empty cell holding what stands nearest above it. */
export function fillDown(column: Column): Column {
  if (column.type === 'text') {
    const codes = column.codes.slice();
    for (let row = 1; row < codes.length; row++) if (isNull(column, row)) codes[row] = codes[row - 1]!;
    return { ...column, codes };
  }
  const values = column.values.slice();
  for (let row = 1; row < values.length; row++) if (isNull(column, row)) values[row] = values[row - 1]!;
  return { ...column, values } as Column;
}
