import { serveExports } from '../app/page/exports/serve-exports';
import { onlyOnce } from '../app/page/only-once';
import { pageRuntime } from '../platform/page-runtime';

// Registered at `document_start`, on sites allowed for it, in our own world beside the page's.
onlyOnce(
  globalThis,
  () => pageRuntime().id !== undefined,
  () => serveExports(window),
  'exports',
);
