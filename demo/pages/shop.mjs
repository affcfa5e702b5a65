import { ORDERS, ORDERS_ON_PAGE } from '../data.mjs';
import { html, page } from '../html.mjs';

const amount = new Intl.NumberFormat('pl-PL', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: 'always',
});
const zl = (grosze) => `${amount.format(grosze / 100)} zł`;
const two = (n) => String(n).padStart(2, '0');
const stamp = (ms) => {
  const at = new Date(ms);
  return `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
};
const MARK = { Opłacone: 'ok', Zwrócone: 'back', 'Oczekuje na płatność': 'wait', Anulowane: 'off' };

const shown = ORDERS.slice(0, ORDERS_ON_PAGE);
const sum = (of) => shown.reduce((total, order) => total + of(order), 0);

const row = (order) => html`
<tr>
  <td class="check"><input type="checkbox" aria-label="Zaznacz zamówienie ${order.number}"></td>
  <td><a class="order" href="#${order.number}">#${order.number}</a></td>
  <td>${stamp(order.at)}</td>
  <td>${order.who.name}</td>
  <td>${order.who.email}</td>
  <td><span class="status ${MARK[order.status]}">${order.status}</span></td>
  <td>${order.payment}</td>
  <td>${order.coupon || '–'}</td>
  <td class="number">${order.items}</td>
  <td class="number">${zl(order.total)}</td>
  <td class="number">${order.refunded > 0 ? zl(order.refunded) : '–'}</td>
  <td class="actions"><button aria-label="Szczegóły zamówienia ${order.number}">⋯</button></td>
</tr>`;

export const path = '/sklep/zamowienia';

export default () =>
  page({
    lang: 'pl',
    title: 'Zamówienia · Palarnia Mokka',
    style: 'shop',
    body: html`<body>
<aside><strong>Palarnia Mokka</strong><nav><a>Pulpit</a><a class="on">Zamówienia <span>${ORDERS.length}</span></a><a>Produkty</a><a>Klienci</a><a>Rabaty</a><a>Dostawy</a><a>Raporty</a></nav><p>Sklep internetowy<br>mokka.example</p></aside>
<main>
  <div class="title"><h1>Zamówienia</h1><div><button>Eksportuj</button><button class="primary">Dodaj zamówienie</button></div></div>
  <div class="tabs"><a class="on">Wszystkie</a><a>Nieopłacone</a><a>Do wysyłki</a><a>Zwroty</a></div>
  <section>
    <div class="filters"><span class="find">Szukaj zamówienia lub klienta</span><span class="filter">Status</span><span class="filter">Data</span><span class="filter">Płatność</span></div>
    <div class="scroll"><table>
      <thead><tr>
        <th class="check"><input type="checkbox" aria-label="Zaznacz wszystkie"></th>
        <th>Zamówienie</th><th aria-sort="descending"><button>Data <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true"><path d="M0 2h8L4 7z"/></svg></button></th><th>Klient</th><th>E-mail</th><th>Status</th><th>Płatność</th><th>Kupon</th>
        <th class="number">Sztuk</th><th class="number">Wartość</th><th class="number">Zwrot</th><th class="actions"><span class="visually-hidden">Akcje</span></th>
      </tr></thead>
      <tbody>${shown.map(row)}</tbody>
      <tfoot><tr><td></td><td>Razem</td><td></td><td></td><td></td><td></td><td></td><td></td><td class="number">${sum((o) => o.items)}</td><td class="number">${zl(sum((o) => o.total))}</td><td class="number">${zl(sum((o) => o.refunded))}</td><td></td></tr></tfoot>
    </table></div>
    <div class="pager"><span>Wyświetlanie 1–${shown.length} z ${ORDERS.length} zamówień</span><span><button disabled>Poprzednia</button> <b>1</b> <button>2</button> <button>Następna</button></span></div>
  </section>
</main>
</body>`,
  });
