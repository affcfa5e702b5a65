import { gatherTable } from '../app/page/gather/gather-table';
import { gatheringScript } from '../app/page/gather/gathering-script';
import { pageScreen } from '../app/page/gather/page-screen';

// Put into a page beside the content script, once all rows of a table are asked for.
gatheringScript.provide(globalThis, (session, ref, control, onProgress) =>
  gatherTable(pageScreen(session, ref, window, control.signal), control, onProgress),
);
