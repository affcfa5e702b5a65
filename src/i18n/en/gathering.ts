import type { GatherEnd } from '../../core/page-capture';
import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const rows = (v: number) => `${n(v)} ${plural('en', v, { one: 'row', other: 'rows' })}`;
const of = (got: number, stated: number | null) =>
  stated === null ? rows(got) : `${n(got)} of ${rows(stated)}`;

/** Taking all rows of a table, beyond those the page shows. */
export const en = {
  takeAll: (stated: number | null) => (stated === null ? 'Take all there are' : `Take all ${n(stated)}`),
  takeShown: (shown: number) =>
    `Take the ${plural('en', shown, { one: 'row', other: `${n(shown)} rows` })} shown`,
  how: {
    scroll: 'For all of them the list is scrolled to its end. Keep the tab in front meanwhile.',
    pages: 'For all of them the pages are turned one by one. You can pause or stop.',
    opens: 'For all of them collapsed rows are opened one by one, and closed again afterwards.',
  },
  reading: (got: number, total: number | null, page: number) =>
    `Gathered ${of(got, total)}${page > 1 ? `, page ${n(page)}` : ''}`,
  waiting: {
    paused: 'Paused.',
    hidden: 'Waiting until the tab is in front: a page out of sight draws no rows.',
  },
  pause: 'Pause',
  resume: 'Go on',
  finish: 'Stop and keep these',
  goesOn: 'It goes on when this closes.',
  ended: {
    whole: (got: number, stated: number | null) =>
      stated === null
        ? `All ${rows(got)} were gathered; the page does not say how many there are.`
        : `All ${rows(got)} the page states were gathered.`,
    short: (got, stated) => `${of(got, stated)} were gathered: the page shows no more of them.`,
    enough: (got, stated) => `${of(got, stated)} were gathered before you stopped.`,
    'row-limit': (got, stated) =>
      `${of(got, stated)} were gathered, the most that is taken from a page. Export a file for the rest.`,
    'time-limit': (got, stated) =>
      `${of(got, stated)} were gathered in 30 minutes, then it stopped. Export a file for the rest.`,
    stuck: (got, stated) => `${of(got, stated)} were gathered: after them the page brought nothing new.`,
    replaced: (got, stated) => `${of(got, stated)} were gathered, then another table stood in this place.`,
    gone: (got, stated) => `${of(got, stated)} were gathered, then the table went away.`,
  } satisfies Record<GatherEnd, (got: number, stated: number | null) => string> as Record<
    GatherEnd,
    (got: number, stated: number | null) => string
  >,
  /** A page that counts its rows may count those of a tree or only those at its top. */
  wholeTree: (got: number) => `All ${rows(got)} were gathered, with those inside other rows.`,
  sums: (v: number) =>
    `${rows(v)} that ${plural('en', v, { one: 'holds', other: 'hold' })} others ${plural('en', v, { one: 'is', other: 'are' })} left out: beside the rows inside, they would count twice.`,
  collapsed: (v: number) =>
    `${rows(v)} stayed collapsed: what ${plural('en', v, { one: 'it holds', other: 'they hold' })} is not here.`,
  gaps: (v: number, after: string) =>
    `${rows(v)} between them ${plural('en', v, { one: 'is', other: 'are' })} missing, after row ${after}.`,
  stillOpen: 'Some rows could not be closed again.',
  leftAt: (page: number) => `The page was left at page ${n(page)}.`,
  keepThese: 'Keep these rows',
  totalsDiffer: (columns: number) =>
    `${n(columns)} ${plural('en', columns, { one: 'column differs', other: 'columns differ' })} from the page’s own totals:`,
  totalsAgree: (columns: number) =>
    `${n(columns)} ${plural('en', columns, { one: 'column adds', other: 'columns add' })} up to the page’s own totals.`,
  difference: (column: string, got: string, stated: string) =>
    `${column}: ${got} here, ${stated} on the page`,
  reasons: 'The page says why it may differ:',
  reason: {
    sampled: 'it shows a sample',
    thresholded: 'small groups are withheld',
    'other-row': 'rare values stand together as “(other)”',
    'changed-while-reading': 'it changed while it was read',
  },
};
