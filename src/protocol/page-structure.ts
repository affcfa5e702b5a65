import type { UnreadTool } from '../core/page-capture';
import { browser } from '../platform/browser';
import { text } from './guards';

const MAX_FRAMES = 6;
const MAX_LETTERS = 200_000;

/** Of a tab. `unread` says which tool should have known it, where one should. */
export interface AskedStructure {
  readonly tabId: number;
  readonly unread: UnreadTool | null;
}

/**
 * How the page in a tab is built, as a text to pass on; every value in it is masked before it leaves the page.
 * Null where the page can't be read any longer.
 */
export async function pageStructure({ tabId, unread }: AskedStructure): Promise<string | null> {
  const target = { tabId, allFrames: true };
  try {
    await browser.scripting.executeScript({ target, files: ['/structure.js'] });
    const answers = await browser.scripting.executeScript({ target, func: askStructure });
    const reports = answers
      .sort((a, b) => a.frameId - b.frameId)
      .flatMap(({ result }) => text(MAX_LETTERS)(result) ?? []);
    if (reports.length === 0) return null;
    const { version } = browser.runtime.getManifest();
    return [
      'Segment Lens: structure of a page, values masked',
      `version: ${version}`,
      `tool: ${unread?.tool ?? 'not known'}`,
      `host: ${unread?.host ?? 'not told'}`,
      `frames: ${reports.length}`,
      ...reports
        .slice(0, MAX_FRAMES)
        .map((report, i) => `\n── ${i === 0 ? 'page' : `frame ${i}`}\n${report}`),
      '',
    ].join('\n');
  } catch {
    // The tab was left or closed, or the page was never opened to us.
    return null;
  }
}

/** Runs in the page, apart from its scripts: it must name nothing from outside. */
const askStructure = (): unknown => {
  const ask: unknown = Reflect.get(globalThis, Symbol.for('segment-lens/structure'));
  return typeof ask === 'function' ? ask() : null;
};
