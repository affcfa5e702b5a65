import { type Column, textAt } from '../../core/column';
import type { Dataset, ReportColumn, ReportTable } from '../../core/dataset';
import type { Passport } from '../../core/passport';
import { sameName } from '../../core/same-name';
import type { SpendEntry } from '../../core/spend-entry';
import { DAY_MS, dayOf, parseIso } from '../../core/time/calendar';

/** One amount spent. Days are numbers since 1970-01-01, inclusive; null where no time is stated. */
export interface SpendLine {
  readonly campaign: string | null;
  readonly channel: string | null;
  readonly segmentId: string | null;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly costMinor: number;
  readonly currency: string | null;
  /** What the platform claims it brought, in the same currency. */
  readonly claimedMinor: number | null;
}

export interface SpendLines {
  readonly lines: readonly SpendLine[];
  readonly replacedRows: number;
}

/**
 * Everything spent, of imported tables and typed in. Where a later import of the same tool and account holds the same
 * campaign, channel and days again, it replaces the earlier rows.
 */
export function spendLines(
  dataset: Dataset,
  spendCaptures: ReadonlySet<string>,
  entries: readonly SpendEntry[],
): SpendLines {
  const passports = new Map(dataset.passports.map((p) => [p.captureId, p]));
  const seen = new Map<string, string>();
  const lines: SpendLine[] = [];
  let replacedRows = 0;
  // Oldest first: from the end, what is met first stands.
  for (const report of dataset.reports.filter((r) => spendCaptures.has(r.captureId)).reverse()) {
    const passport = passports.get(report.captureId) ?? null;
    for (const { line, account } of reportLines(report, passport)) {
      const key = JSON.stringify([
        passport?.tool,
        account,
        line.campaign,
        line.channel,
        line.firstDay,
        line.lastDay,
        line.currency,
      ]);
      const by = seen.get(key);
      if (by !== undefined && by !== report.captureId) {
        replacedRows++;
        continue;
      }
      seen.set(key, report.captureId);
      lines.push(line);
    }
  }
  for (const entry of entries) lines.push(typedLine(entry));
  return { lines, replacedRows };
}

function typedLine({ on, costMinor, currency, from, to }: SpendEntry): SpendLine {
  return {
    campaign: on.kind === 'campaign' ? on.name : null,
    channel: on.kind === 'channel' ? on.name : null,
    segmentId: on.kind === 'segment' ? on.segmentId : null,
    firstDay: dayOf(parseIso(from) ?? Number.NaN),
    lastDay: dayOf(parseIso(to) ?? Number.NaN),
    costMinor,
    currency,
    claimedMinor: null,
  };
}

function* reportLines(
  report: ReportTable,
  passport: Passport | null,
): Generator<{ readonly line: SpendLine; readonly account: string | null }> {
  const dimension = (id: string): Column | null => report.dimensions.find((d) => d.id === id)?.column ?? null;
  const cost = report.metrics.find((m) => m.id === 'cost');
  if (cost?.column.type !== 'money') return;
  const claimed = report.metrics.find((m) => m.id === 'conversionValue');
  const [day, campaign, channel] = [dimension('day'), dimension('campaign'), dimension('channel')];
  const [platform, account] = [dimension('platform'), dimension('account')];
  const range = passport?.dateRange ?? null;
  const bound = (iso: string | undefined) => {
    const at = iso === undefined ? null : parseIso(iso);
    return at === null ? null : dayOf(at);
  };
  const [firstDay, lastDay] = [bound(range?.from), bound(range?.to)];
  const textOf = (column: Column | null, row: number) =>
    column?.type === 'text' ? textAt(column, row) : null;
  for (let row = 0; row < report.size; row++) {
    const costMinor = cost.column.values[row]!;
    if (Number.isNaN(costMinor)) continue;
    const at = day?.type === 'time' ? day.values[row]! : Number.NaN;
    const dated = !Number.isNaN(at);
    const currency = currencyAt(cost, row);
    const claim =
      claimed?.column.type === 'money' && (currencyAt(claimed, row) ?? currency) === currency
        ? claimed.column.values[row]!
        : Number.NaN;
    yield {
      account: textOf(account, row) ?? passport?.account ?? null,
      line: {
        campaign: textOf(campaign, row),
        channel: textOf(channel, row) ?? textOf(platform, row),
        segmentId: null,
        firstDay: dated ? Math.floor(at / DAY_MS) : firstDay,
        lastDay: dated ? Math.floor(at / DAY_MS) : lastDay,
        costMinor,
        currency,
        claimedMinor: Number.isNaN(claim) ? null : claim,
      },
    };
  }
}

function currencyAt({ rowCurrency, currency }: ReportColumn, row: number): string | null {
  return rowCurrency === undefined ? currency : textAt(rowCurrency, row);
}

/** The name a line is listed under. */
export function lineName(line: SpendLine, by: 'campaign' | 'channel' | 'segment'): string | null {
  if (by === 'campaign') return line.campaign;
  if (by === 'channel') return line.channel;
  return line.campaign ?? line.channel;
}

/** Share of a line's days from `firstDay` to `lastDay`; null where it states none. */
export function shareWithin(line: SpendLine, firstDay: number, lastDay: number): number | null {
  if (line.firstDay === null || line.lastDay === null) return null;
  const days = line.lastDay - line.firstDay + 1;
  const shared = Math.min(line.lastDay, lastDay) - Math.max(line.firstDay, firstDay) + 1;
  return days > 0 ? Math.max(0, shared) / days : 0;
}

/** Keys of the names lines are listed under, with the way they are first written. */
export function namesOf(
  lines: readonly SpendLine[],
  by: 'campaign' | 'channel' | 'segment',
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of lines) {
    const name = lineName(line, by);
    if (name !== null && !names.has(sameName(name))) names.set(sameName(name), name);
  }
  return names;
}
