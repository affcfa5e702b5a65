import { cellText } from './cell-text';
import { one } from './dom';
import type { GridReading } from './grid-reading';

/** How this table's cells are read. */
export const cellOptions = ({ strip }: GridReading) => (strip === undefined ? {} : { strip });

/** The value in a cell, as the reading cleans it. */
export const textIn = (cell: Element, reading: GridReading): string => {
  const inner = reading.valueIn === undefined ? null : one(cell, reading.valueIn);
  const text = cellText(inner ?? cell, cellOptions(reading));
  return reading.clean === undefined ? text : reading.clean(text);
};
