import { all, closestOf, one } from '../../page/dom';
import type { RowColumn } from '../../page/grid-reading';
import { readHtmlTable } from '../../page/html-tables';
import { linkedId } from '../../page/linked-id';
import { statedNear } from '../../page/stated-rows';
import { titlesOf } from '../../page/title-of';
import { whenGone } from '../../page/when-gone';
import type { PageReader } from '../../page-reader';

const INDEX = 'table.Polaris-IndexTable__Table';
const LOADING = '.Polaris-IndexTable__LoadingPanel,.Polaris-IndexTable__LoadingPanelText';

/** Numbers of records, from where rows link to: `/store/mokka/orders/5501234567890`. */
const IDS: readonly RowColumn[] = /* @__PURE__ */ ['Order', 'Customer', 'Product'].map((name) => ({
  name: `${name} ID`,
  of: (row) => linkedId(row, new RegExp(`/${name.toLowerCase()}s/(\\d+)(?:[/?#]|$)`)),
}));

/** Lists of the admin: orders, customers, products. Classes inside cells are other ones after every release. */
export const listPage: PageReader = {
  tool: 'shopify',
  label: { en: 'Shopify', pl: 'Shopify' },
  matches: ({ document, url }) =>
    (url.hostname === 'admin.shopify.com' || url.pathname.startsWith('/admin')) &&
    one(document, INDEX) !== null,
  find: ({ document }) => all(document, INDEX),

  async read(table, page, pace) {
    if (!(table instanceof HTMLTableElement)) return null;
    const around = closestOf(table, '.Polaris-IndexTable') ?? table;
    // Under the panel still stand the rows of the page before.
    if (!(await whenGone(around, LOADING, pace))) return null;
    return readHtmlTable(
      table,
      {
        title: titlesOf(page)(table),
        beside: IDS,
        stated: (rows) => statedNear(table, rows),
        property: /^\/store\/([\w-]+)/.exec(page.url.pathname)?.[1] ?? null,
      },
      pace,
    );
  },
};
