import type { Mapping } from '../../core/mapping';

/**
 * Names the export a capture was made by: January's and February's file of one report share it. Tables read by
 * their headers alone are told apart by those.
 */
export function captureSeries({ table, tool, recogniser, idSpace, columns }: Mapping): string {
  const shape = tool === 'generic' ? columns.map((c) => c.header) : [];
  return JSON.stringify([table, tool, recogniser, idSpace, ...shape]);
}
