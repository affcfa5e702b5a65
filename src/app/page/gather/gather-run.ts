import type { CaptureNote, GatherEnd } from '../../../core/page-capture';
import type { CollectProgress } from '../../../protocol/page-messages';
import type { Drawing, Drawn } from './drawing';
import type { GatherControl } from './gather-control';
import type { Sight, TableScreen } from './table-screen';

/** What one gathering carries from step to step. */
export interface GatherRun {
  readonly screen: TableScreen;
  readonly control: GatherControl;
  readonly drawing: Drawing;
  readonly notes: Set<CaptureNote>;
  /** What the page states, the last time it did. */
  stated: number | null;
  /** The page's totals row; null without one, or where pages have each their own. */
  totals: Sight['totals'];
  page: number;
  /** When the last page came, by the screen's clock. */
  cameAt: number;
  /** Whether rows hold others. */
  isTree: boolean;
  /**
   * The table once it is drawn, and its collapsed rows are opened.
   * @param rows gathered before
   * @param since as of `look`
   */
  drawn(rows: number, since?: Sight | null): Promise<Drawn>;
  /** Takes down what a sight says beside its rows. */
  saw(sight: Sight): void;
  /** @param rows gathered so far, of all pages */
  progress(rows: number): void;
  /** Why to stop before there is nothing more; null to go on. Waits while it is paused. @throws AbortError */
  next(rows: number, drawn: boolean): Promise<GatherEnd | null>;
}

/** Ours: a list longer than this is better exported. */
export const MAX_GATHERED_ROWS = 100_000;
/** Without the time it was paused. */
export const MAX_GATHER_MS = 30 * 60_000;

export function gatherRun(
  screen: TableScreen,
  control: GatherControl,
  drawing: Drawing,
  onProgress: (progress: CollectProgress) => void,
): GatherRun {
  const began = screen.now();
  let waited = 0;
  let totalsPage: number | null = null;
  let ownTotals = false;
  return {
    screen,
    control,
    drawing,
    notes: new Set(),
    stated: null,
    totals: null,
    page: 1,
    cameAt: began,
    isTree: false,
    async drawn(rows, since = null) {
      const drawn = await drawing.next(since);
      if ('end' in drawn) return drawn;
      const opened = await screen.openRows(async () => (await this.next(rows, false)) === null);
      const shown = opened === 0 ? drawn : await drawing.next();
      if (!('end' in shown)) {
        this.isTree ||= opened > 0 || new Set(shown.sight.rows.map(({ level }) => level)).size > 1;
      }
      return shown;
    },
    saw(sight) {
      for (const note of sight.notes) this.notes.add(note);
      if (sight.rowsStated !== null) this.stated = sight.rowsStated;
      if (sight.totals === null || ownTotals) return;
      const same = this.totals?.every((text, i) => text === sight.totals?.[i]) ?? true;
      // A total that is another on the next page is the page's, not the table's.
      if (!same && totalsPage !== this.page) {
        ownTotals = true;
        this.totals = null;
        return;
      }
      this.totals = sight.totals;
      totalsPage = this.page;
    },
    progress(rows) {
      onProgress({ rows, total: this.stated, page: this.page, waiting: null });
    },
    async next(rows, drawn) {
      waited += await control.ready(drawn);
      if (control.hadEnough()) return 'enough';
      if (rows >= MAX_GATHERED_ROWS) return 'row-limit';
      return screen.now() - began - waited > MAX_GATHER_MS ? 'time-limit' : null;
    },
  };
}
