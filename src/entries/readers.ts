import { readersScript } from '../app/page/readers-script';
import { readersOf } from '../sites/page-readers';

// Put into a page before the content script, when what the page offers is asked for.
readersScript.provide(globalThis, readersOf);
