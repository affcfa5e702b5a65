import type { TabOffer } from '../src/protocol/page-client';
import type { Remote } from './extension';

export const row = (cells: readonly (string | number)[]) =>
  `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`;
/** Long tables stand in a box that scrolls, as they do on real pages: nobody draws 10,000 rows at once. */
export const scrolling = (inner: string) =>
  `<style>table{table-layout:fixed;width:100%}</style><div id="here" style="height:400px;overflow:auto;contain:strict">${inner}</div>`;
export const table = (headers: readonly string[], body: string, attributes = '') =>
  `<table ${attributes}><thead><tr>${headers.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table>`;

/** What stands in the inbox under that id. */
export async function keptOf(remote: Remote, inboxId: string | null) {
  return (await remote.call('inbox')).find((r) => r.head.captureId === inboxId);
}

/** The cells of the first table offered, once it is collected. */
export async function cellsOf(remote: Remote, tabId: number, offer: TabOffer) {
  const done = await remote.call('collect', tabId, offer.tables[0]?.ref ?? '');
  return (await keptOf(remote, done.inboxId))?.cells;
}
