import { AppError } from '../src/core/app-error';
import type { BesideMethods } from '../src/protocol/api/beside';
import type { EngineClient } from '../src/protocol/engine-api';

/** Beside no page at all: whatever is read turns out to hold no table, and nothing more can be asked of it. */
export function mockBeside(): EngineClient<BesideMethods> {
  const gone = () => Promise.reject(new AppError('import/source-gone'));
  return {
    besideTable: async ({ head, rows }) => ({
      lookId: head.captureId,
      is: 'nothing',
      why: 'no-table',
      table: null,
      how: null,
      recognisedAs: null,
      passport: null,
      rowsRead: rows.length,
      rowsStated: head.table.rowsStated,
      gathered: head.gathering?.ended ?? null,
      otherParts: 0,
      keptAlready: false,
      dimensions: [],
      keys: [],
    }),
    besideSurveyed: gone,
    besideValues: gone,
    besideApart: gone,
    besidePeople: gone,
    besideListed: gone,
    besideRows: gone,
    forgetBeside: async () => undefined,
  };
}
