import { AppError } from '../../core/app-error';
import type { ExchangeRate } from '../../core/money/exchange-rate';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import { isCurrencyCode } from '../../ingest/rates/currency-code';
import type { RootChange, Store, Writer } from '../../store/store';
import { type RateColumns, rateColumns, ratesOfColumns } from '../rates/rate-columns';

/** Keeps what is said and leaves the rest. @throws AppError `settings/invalid`. */
export async function saveSettings(
  store: Store,
  change: Partial<Omit<Settings, 'clock'>>,
  signal: AbortSignal,
): Promise<void> {
  await store.write(signal, async (writer) => {
    const settings = { ...DEFAULT_SETTINGS, ...writer.root.settings, ...change };
    check(settings);
    if (JSON.stringify(settings) === JSON.stringify(writer.root.settings)) return;
    await commit(writer, { settings });
  });
}

/** Changes the table of rates in one commit. `source` names what they were read from. */
export async function changeRates(
  store: Store,
  change: (held: readonly ExchangeRate[]) => readonly ExchangeRate[],
  source: string | null,
  signal: AbortSignal,
): Promise<void> {
  await store.write(signal, async (writer) => {
    const { rates: before } = writer.root;
    const [columns] = await writer.load(before === undefined ? [] : [before.table]);
    const rates = change(columns === undefined ? [] : ratesOfColumns(columns as RateColumns));
    if (rates.length === 0) return commit(writer, { rates: undefined });
    const sources = [
      ...(before?.sources ?? []).filter((name) => name !== source),
      ...(source === null ? [] : [source]),
    ];
    const table = await writer.stage(rateColumns(rates));
    return commit(writer, { rates: { table, count: rates.length, sources } });
  });
}

async function commit(writer: Writer, change: Partial<RootChange>): Promise<void> {
  const { captures, dataset, summary } = writer.root;
  await writer.commit({ captures, dataset, summary, ...change });
}

function check({ weekStart, reporting }: Settings): void {
  const valid =
    (weekStart === 'monday' || weekStart === 'sunday') &&
    (reporting === null ||
      (isCurrencyCode(reporting.currency) &&
        Number.isInteger(reporting.maxAgeDays) &&
        reporting.maxAgeDays >= 0 &&
        reporting.maxAgeDays <= 366));
  if (!valid) throw new AppError('settings/invalid');
}
