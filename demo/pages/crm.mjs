import { CONTACTS } from '../data.mjs';
import { html, page } from '../html.mjs';

// A grid of divs, as CRMs draw them: roles and aria-colindex tell what it is, no table element does.

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const COLUMNS = [
  ['Record ID', (c) => c.id],
  [
    'Name',
    (c) =>
      html`<a href="#${c.id}"><span class="face" aria-hidden="true" data-initial="${c.name[0]}"></span>${c.name}</a>`,
  ],
  ['Email', (c) => c.email],
  ['Phone', (c) => c.phone || '--'],
  ['City', (c) => c.city],
  ['Country', (c) => c.country],
  ['Company', (c) => c.company || '--'],
  ['Lifecycle stage', (c) => html`<span class="stage ${c.stage.toLowerCase()}">${c.stage}</span>`],
  ['Email marketing', (c) => c.consent],
  ['Original source', (c) => c.source],
  ['Contact owner', (c) => c.owner],
  ['Create date', (c) => day.format(c.created)],
];

const header = ([name], index) => html`
<div role="columnheader" aria-colindex="${index + 2}" class="cell"${index === 1 ? html` aria-sort="ascending"` : ''}>${name}${index === 1 ? html`<span class="arrow" aria-hidden="true">▲</span>` : ''}</div>`;

const row = (contact, index) => html`
<div role="row" aria-rowindex="${index + 2}" class="row">
  <div role="gridcell" aria-colindex="1" class="cell pick"><input type="checkbox" aria-label="Select ${contact.name}"></div>
  ${COLUMNS.map(([, shown], column) => html`<div role="gridcell" aria-colindex="${column + 2}" class="cell">${shown(contact)}</div>`)}
</div>`;

export const path = '/crm/contacts';

export default () =>
  page({
    lang: 'en',
    title: 'Contacts – Relay CRM',
    style: 'crm',
    body: html`<body>
<header><strong>Relay</strong><nav><a class="on">Contacts</a><a>Companies</a><a>Deals</a><a>Campaigns</a><a>Reports</a></nav><span class="me">ML</span></header>
<main>
  <div class="title"><h1>Contacts</h1><span class="count">${CONTACTS.length} records</span><div class="grow"></div><button>Import</button><button class="primary">Create contact</button></div>
  <div class="views"><a class="on">All contacts</a><a>My contacts</a><a>Customers</a><a>Unsubscribed</a></div>
  <div class="list" role="grid" aria-label="All contacts" aria-rowcount="${CONTACTS.length + 1}" aria-colcount="${COLUMNS.length + 1}">
    <div role="rowgroup" class="sticky"><div role="row" aria-rowindex="1" class="row head">
      <div role="columnheader" aria-colindex="1" class="cell pick"><input type="checkbox" aria-label="Select all"></div>
      ${COLUMNS.map(header)}
    </div></div>
    <div role="rowgroup">${CONTACTS.map(row)}</div>
  </div>
  <footer>1–${CONTACTS.length} of ${CONTACTS.length}</footer>
</main>
</body>`,
  });
