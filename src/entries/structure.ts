import { pageShare } from '../sites/page/pace';
import { structureReport } from '../sites/structure/structure-report';

// Put into a page when the person asks how it is built, and asked from there (`page-structure.ts`): it listens to nobody.
Reflect.set(globalThis, Symbol.for('segment-lens/structure'), () =>
  structureReport(document, pageShare(new AbortController().signal)),
);
