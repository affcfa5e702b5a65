import { onlyOnce } from '../app/page/only-once';
import { servePage } from '../app/page/serve-page';
import { pageRuntime } from '../platform/page-runtime';

// Put into a page by `scripting.executeScript` after a click, and again after the next; into pages of a granted site
// as they load.
onlyOnce(
  globalThis,
  () => pageRuntime().id !== undefined,
  () => servePage(window),
);
