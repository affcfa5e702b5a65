/** Where the workspace takes an exported file: `#/data/export/<id>`. */
const ROUTE = 'export/';

export const exportHash = (exportId: string): string => `#/data/${ROUTE}${exportId}`;

/** The export that the rest of the Data address names; null where it names none. */
export const exportOfRoute = (rest: string): string | null =>
  rest.startsWith(ROUTE) ? rest.slice(ROUTE.length) : null;
