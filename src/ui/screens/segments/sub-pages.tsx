import { routeHash } from '../../state/route';
import { words } from './sets/words';
import './sub-pages.css';

/** Pages beside the list of segments, by what follows `#/segments/`; no segment has such an id. */
export const SUB_PAGES = ['sets', 'rfm', 'occasions', 'groups'] as const;
export type SubPage = (typeof SUB_PAGES)[number];

export function subPageOf(rest: string): SubPage | null {
  return SUB_PAGES.find((page) => page === rest) ?? null;
}

/** Links between the list of segments and the pages beside it. */
export function SubPages(props: { readonly current: SubPage | null }) {
  const t = words.value.pages;
  const link = (id: keyof typeof t & string, rest: string, here: boolean) => (
    <li key={id}>
      <a href={routeHash('segments', rest)} aria-current={here ? 'page' : undefined}>
        {t[id]}
      </a>
    </li>
  );
  return (
    <nav aria-label={t.label}>
      <ul class="sub-pages">
        {link('segments', '', props.current === null)}
        {SUB_PAGES.map((page) => link(page, page, props.current === page))}
        {link('movement', 'movement', false)}
      </ul>
    </nav>
  );
}
