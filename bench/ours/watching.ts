import { collectTable } from '../../src/app/page/collect-table';
import { pageSession } from '../../src/app/page/page-session';
import { readersScript } from '../../src/app/page/readers-script';
import { watchPage } from '../../src/app/page/watch-page';
import { watchTable } from '../../src/app/page/watch-table';
import { readersOf } from '../../src/sites/page-readers';

// Runs in a page that writes all the time: who watches it as our content script does for a panel, and who does not.

const READ_AGAIN_MS = 3_000;
const ROWS = 500;
const COLUMNS = 10;

let writing: ReturnType<typeof setInterval> | undefined;
let end = () => {};

const must = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(selector);
  return found;
};

/** 1,000 nodes a second: half of them written anew, half put in and taken out, ten at a time. */
function make(where: 'the table' | 'another part of the page'): void {
  clearInterval(writing);
  const cells = (tag: string, text: string) => `<${tag}>${text}</${tag}>`.repeat(COLUMNS);
  // A page that lays out little by itself: what watching adds is then not lost in how much that takes from time to time.
  document.body.setHTMLUnsafe(
    `<style>table { table-layout: fixed; width: 1200px } td, aside p { contain: strict; height: 20px; overflow: hidden }</style><main><section><table><caption>Report</caption><thead><tr>${cells('th', 'Column')}</tr></thead><tbody>${`<tr>${cells('td', '12,345')}</tr>`.repeat(ROWS)}</tbody></table></section></main><aside>${'<p>line</p>'.repeat(2_000)}</aside>`,
  );
  const inTable = where === 'the table';
  const texts = document.querySelectorAll(inTable ? 'td' : 'aside p');
  const holder = must(inTable ? 'tbody' : 'aside');
  let n = 0;
  writing = setInterval(() => {
    for (let i = 0; i < 5; i++) {
      const text = texts[++n % texts.length]?.firstChild;
      if (text) text.nodeValue = String(n);
      const added = document.createElement(inTable ? 'tr' : 'p');
      holder.append(added);
      added.remove();
    }
  }, 10);
}

const WAYS = {
  nobody: () => () => {},

  /** As a panel beside the page has it watched: told once, and anew with each reading, which is left out. */
  watched() {
    const table = must('table');
    let stops: (() => void)[] = [];
    const watch = () => {
      for (const stop of stops) stop();
      stops = [watchTable(table, () => {}), watchPage(document, [table], () => {})];
    };
    watch();
    const again = setInterval(watch, READ_AGAIN_MS);
    return () => {
      clearInterval(again);
      for (const stop of stops) stop();
    };
  },

  /** And the reading with it: described and read whole. */
  read() {
    const unwatch = WAYS.watched();
    const session = pageSession(window);
    const stop = new AbortController();
    const read = async () => {
      const ref = (await session.describe()).tables[0]?.ref;
      if (ref === undefined) throw new Error('no table');
      await collectTable(
        session,
        { begin: async () => {}, chunk: async () => {}, end: async () => {} },
        {
          captureId: 'bench',
          ref,
          columnsLeftOut: [],
          pageTitle: document.title,
          url: location.href,
          signal: stop.signal,
          onProgress: () => {},
        },
      );
    };
    void read();
    const again = setInterval(() => void read(), READ_AGAIN_MS);
    return () => {
      stop.abort();
      clearInterval(again);
      unwatch();
    };
  },

  /** As it is usually done. */
  wholeBody() {
    const heard = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) heard.add(target);
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    return () => observer.disconnect();
  },
};

function follow(way: keyof typeof WAYS): void {
  end();
  end = WAYS[way]();
}

readersScript.provide(globalThis, readersOf);
Object.assign(globalThis, { watching: { make, follow } });
