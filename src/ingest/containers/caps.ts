const MB = 1024 * 1024;

/** How far a container is followed. A file of a marketer's stays well inside; a bomb does not get going. */
export const CAPS = {
  /** Containers in containers: a workbook in a ZIP in a gzip is 3. */
  depth: 3,
  /** Members looked at in one file, those of ZIPs inside it included. */
  members: 500,
  /** All that one file unpacks to. */
  unpackedBytes: 8 * 1024 * MB,
  /** Unpacked over packed size, asked only beyond the floor: tables of repeated rows reach 100. */
  ratio: 200,
  ratioFloorBytes: 64 * MB,
  /** What has to be held to be read: a ZIP inside another container, one table written out as CSV. */
  heldBytes: 1536 * MB,
  /** The list at a ZIP's end. */
  directoryBytes: 32 * MB,
  sheets: 200,
  /** Filled cells of one workbook, and cells of one written table, the empty ones included. */
  cells: 50_000_000,
  sharedTextChars: 256 * MB,
  columns: 4096,
  /** Objects in objects. */
  nesting: 64,
  /** One record of a list, and a whole document that is no list of records (JavaScript's strings end at 512 M). */
  recordChars: 64 * MB,
  documentChars: 384 * MB,
} as const;
