import { html, page } from '../html.mjs';
import * as analytics from './analytics.mjs';
import * as crm from './crm.mjs';
import * as shop from './shop.mjs';

export const path = '/';

const PAGES = [
  [
    analytics.path,
    'Traffic acquisition',
    'An analytics report, as GA4 draws one: 60 rows of source / medium, October 2026.',
  ],
  [shop.path, 'Zamówienia', 'The order list of a Polish coffee shop.'],
  [crm.path, 'Contacts', 'The contact list of its CRM: the same people, so that the two can be joined.'],
];

export default () =>
  page({
    lang: 'en',
    title: 'Segment Lens demo',
    style: 'home',
    body: html`<body><main><h1>Pages to try Segment Lens on</h1>
<p>Everything on them is made up. Open one, then press the Segment Lens button in the toolbar.</p>
<ul>${PAGES.map(([to, name, what]) => html`<li><a href="${to}"><strong>${name}</strong><span>${what}</span></a></li>`)}</ul></main></body>`,
  });
