import { describe, expect, it } from 'vitest';
import type { GatherControl } from './gather-control';
import { MAX_GATHERED_ROWS } from './gather-run';
import { gatherTable } from './gather-table';
import type { Sight, TableScreen } from './table-screen';

/** A page made of a list, its clock moved by nothing but waiting. */
interface FakePage {
  readonly rows: readonly (readonly string[])[];
  readonly stated?: number | null;
  /** A list of which `view` rows are drawn, 10 px each. */
  readonly view?: number;
  readonly perPage?: number;
  readonly opensAt?: number;
  readonly hasFirst?: boolean;
  readonly keys?: boolean;
  /** What pressing next does where it is not the next page. */
  readonly press?: (page: number) => number;
  readonly totals?: (page: number) => readonly string[];
  readonly sight?: (sight: Sight, page: number) => Sight | null;
}

function fake(given: FakePage) {
  let clock = 0;
  let top = 0;
  let page = given.opensAt ?? 0;
  let watched = true;
  const presses: string[] = [];
  const perPage = given.perPage ?? given.rows.length;
  const pages = Math.ceil(given.rows.length / perPage);
  const screen: TableScreen = {
    async look() {
      clock += 1;
      const shown = given.rows.slice(page * perPage, (page + 1) * perPage);
      const from = given.view === undefined ? 0 : Math.floor(top / 10);
      const sight: Sight = {
        kept: 0,
        again: [],
        columns: ['Name', 'Orders'],
        rows: shown
          .slice(from, given.view === undefined ? undefined : from + given.view + 1)
          .map((texts, i) => ({
            texts,
            key: given.keys === true ? String(from + i) : null,
            top: given.view === undefined ? null : (from + i) * 10,
            level: null,
          })),
        rowsStated: given.stated ?? null,
        totals: given.totals?.(page) ?? null,
        notes: [],
        pending: false,
        blankRows: 0,
      };
      return given.sight === undefined ? sight : given.sight(sight, page);
    },
    end() {
      watched = false;
    },
    async settle(quietFrames) {
      clock += quietFrames * 16;
    },
    async changed(mostMs) {
      clock += mostMs;
      return false;
    },
    async wait(ms) {
      clock += ms;
    },
    scroll: () => (given.view === undefined ? null : { top, height: perPage * 10, view: given.view * 10 }),
    scrollTo(to) {
      top = Math.max(0, Math.min(to, perPage * 10 - (given.view ?? 0) * 10));
    },
    openRows: async () => 0,
    async closeRows() {},
    closeNow() {},
    opened: () => ({ opened: 0, stillOpen: 0, collapsed: 0 }),
    can(step) {
      if (given.perPage === undefined) return false;
      if (step === 'first') return given.hasFirst === true && page > 0;
      return step === 'next' ? given.press !== undefined || page < pages - 1 : page > 0;
    },
    press(step) {
      presses.push(step);
      if (step === 'first') page = 0;
      else if (step === 'previous') page--;
      else page = given.press === undefined ? page + 1 : given.press(page);
      return true;
    },
    pagerSays: () => `page ${page}`,
    now: () => clock,
  };
  return { screen, presses, at: () => ({ top, page }), clock: () => clock, isWatched: () => watched };
}

const going: GatherControl = {
  signal: new AbortController().signal,
  pause() {},
  resume() {},
  finish() {},
  hadEnough: () => false,
  ready: async () => 0,
  outOfSight: () => () => false,
};
const people = (n: number) => Array.from({ length: n }, (_, i) => [`Person ${i}`, String(i % 7)]);
const gather = async (page: FakePage, control: GatherControl = going) => {
  const { screen, ...rest } = fake(page);
  const gathered = await gatherTable(screen, control, () => {});
  if (gathered === null) throw new Error('no table');
  expect(rest.isWatched()).toBe(false);
  return { ...gathered, ...rest };
};

describe('gatherTable', () => {
  it('scrolls a list to its end and takes every row once', async () => {
    const rows = people(137);
    for (const keys of [true, false]) {
      const got = await gather({ rows, view: 10, keys, stated: 137 });
      expect(got.rows).toEqual(rows);
      expect(got.gathering).toEqual({ ended: 'whole', rowsStated: 137, pages: 1, putBack: true, tree: null });
      expect(got.at().top).toBe(0);
    }
  });

  it('says that a list ended short of what its page states', async () => {
    const got = await gather({ rows: people(40), view: 10, stated: 50 });
    expect(got.rows).toHaveLength(40);
    expect(got.gathering).toMatchObject({ ended: 'short', rowsStated: 50 });
  });

  it('turns pages from the first to the last, wherever it was open', async () => {
    const rows = people(55);
    const got = await gather({ rows, perPage: 10, opensAt: 3, hasFirst: true });
    expect(got.rows).toEqual(rows);
    expect(got.gathering).toMatchObject({ ended: 'whole', pages: 6, putBack: true });
    expect(got.at().page).toBe(0);
  });

  it('leaves a long list where it ended when going back would take many turns, and says so', async () => {
    const got = await gather({ rows: people(90), perPage: 10 });
    expect(got.presses.every((step) => step === 'next')).toBe(true);
    expect(got.gathering).toMatchObject({ ended: 'whole', pages: 9, putBack: false });
  });

  it('waits politely between pages', async () => {
    const got = await gather({ rows: people(30), perPage: 10 });
    expect(got.clock() / got.presses.length).toBeGreaterThan(350);
  });

  it('keeps pages that say the same where the page states so many rows', async () => {
    const rows = Array.from({ length: 20 }, () => ['Guest', '1']);
    const got = await gather({ rows, perPage: 10, stated: 20 });
    expect(got.rows).toEqual(rows);
    expect(got.gathering.ended).toBe('whole');
  });

  it('stops where the pager goes in a circle', async () => {
    const got = await gather({ rows: people(20), perPage: 10, press: (page) => 1 - page });
    expect(got.rows).toEqual(people(20));
    expect(got.gathering.ended).toBe('stuck');
  });

  it('stops where pressing does nothing', async () => {
    const got = await gather({ rows: people(20), perPage: 10, press: (page) => page });
    expect(got.rows).toEqual(people(10));
    expect(got.gathering.ended).toBe('stuck');
  });

  it('stops where another table stands in its place, and where there is none', async () => {
    const another = await gather({
      rows: people(30),
      perPage: 10,
      sight: (sight, page) => (page === 1 ? { ...sight, columns: ['City', 'Visits'] } : sight),
    });
    expect(another.gathering.ended).toBe('replaced');
    const none = await gather({
      rows: people(30),
      perPage: 10,
      sight: (sight, page) => (page === 1 ? null : sight),
    });
    expect(none.gathering.ended).toBe('gone');
    expect([another.rows, none.rows]).toEqual([people(10), people(10)]);
  });

  it('follows columns that changed places', async () => {
    const rows = people(20);
    const got = await gather({
      rows,
      perPage: 10,
      sight: (sight, page) =>
        page === 0
          ? sight
          : {
              ...sight,
              columns: ['Orders', 'Name'],
              rows: sight.rows.map((row) => ({ ...row, texts: [...row.texts].reverse() })),
            },
    });
    expect(got.rows).toEqual(rows);
  });

  it('has no total where each page has its own', async () => {
    const own = await gather({ rows: people(20), perPage: 10, totals: (page) => ['Total', String(page)] });
    const all = await gather({ rows: people(20), perPage: 10, totals: () => ['Total', '60'] });
    expect([own.totals, all.totals]).toEqual([null, ['Total', '60']]);
  });

  it('stops at the most rows it takes', async () => {
    const got = await gather({ rows: people(MAX_GATHERED_ROWS + 10), perPage: MAX_GATHERED_ROWS });
    expect(got.gathering.ended).toBe('row-limit');
    expect(got.rows).toHaveLength(MAX_GATHERED_ROWS);
  });

  it('keeps what is there when the person has had enough', async () => {
    let steps = 0;
    const got = await gather(
      { rows: people(100), perPage: 10 },
      { ...going, hadEnough: () => ++steps > 6, ready: async () => 0 },
    );
    expect(got.gathering.ended).toBe('enough');
    expect(got.rows.length % 10).toBe(0);
    expect(got.rows).toEqual(people(got.rows.length));
  });

  it('does not count the time it was paused', async () => {
    for (const [paused, ended] of [
      [true, 'whole'],
      [false, 'time-limit'],
    ] as const) {
      const { screen } = fake({ rows: people(50), perPage: 10 });
      const ready = async () => {
        await screen.wait(600_000);
        return paused ? 600_000 : 0;
      };
      const got = await gatherTable(screen, { ...going, ready }, () => {});
      expect(got?.gathering.ended).toBe(ended);
    }
  });

  it('puts the scrolling back when it is cancelled', async () => {
    const { screen, at } = fake({ rows: people(100), view: 10 });
    screen.scrollTo(200);
    await screen.look();
    let steps = 0;
    const control = {
      ...going,
      ready: async () => {
        if (++steps > 3) throw new DOMException('stopped', 'AbortError');
        return 0;
      },
    };
    await expect(gatherTable(screen, control, () => {})).rejects.toMatchObject({ name: 'AbortError' });
    expect(at().top).toBe(200);
  });

  it('passes over nothing that a page out of sight has not drawn, also where it is stopped then', async () => {
    const rows = people(200);
    let looks = 0;
    let reached = 0;
    const isHidden = () => looks > 6 && looks < 120;
    const got = await gather(
      {
        rows,
        view: 10,
        keys: true,
        stated: 200,
        // Out of sight for a while, it draws the first rows of what it is scrolled to, and no others.
        sight(sight) {
          looks++;
          const drawn = isHidden() ? sight.rows.slice(0, 2) : sight.rows;
          reached = Math.max(reached, ...drawn.map(({ key }) => Number(key)));
          return { ...sight, rows: drawn };
        },
      },
      { ...going, outOfSight: () => isHidden, hadEnough: () => reached > 90 },
    );
    expect(got.gathering.ended).toBe('enough');
    expect(got.rows).toEqual(rows.slice(0, got.rows.length));
    expect(got.gathering.gaps).toBeUndefined();
  });

  it('says which rows are missing in between where it was stopped', async () => {
    const rows = people(200);
    let rowsSeen = 0;
    const got = await gather(
      {
        rows,
        view: 10,
        keys: true,
        stated: 200,
        // Some rows are never drawn as they come by.
        sight(sight) {
          const drawn = sight.rows.filter(({ key }) => Number(key) < 20 || Number(key) > 25);
          rowsSeen = Math.max(rowsSeen, ...drawn.map(({ key }) => Number(key)));
          return { ...sight, rows: drawn };
        },
      },
      { ...going, hadEnough: () => rowsSeen > 60 },
    );
    expect(got.gathering).toMatchObject({ ended: 'enough', gaps: [{ after: 20, rows: 6 }] });
  });
});
