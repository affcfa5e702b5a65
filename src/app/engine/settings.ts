import { AppError } from '../../core/app-error';
import type { ExchangeRate } from '../../core/money/exchange-rate';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { parseIso } from '../../core/time/calendar';
import { ratesCsv } from '../../export/rates-csv';
import { isCurrencyCode } from '../../ingest/rates/currency-code';
import { readRateRows } from '../../ingest/rates/read-rate-rows';
import { type RatesQuoted, type RatesRead, readRates } from '../../ingest/rates/read-rates';
import type { SettingsMethods } from '../../protocol/api/settings';
import type { CallOptions, EngineClient, RatesPreview } from '../../protocol/engine-api';
import { type EngineContext, work } from '../engine-context';
import { changedRates } from '../rates/changed-rates';
import { keptRates } from '../rates/kept-rates';
import { changeRates, saveSettings } from '../settings/change-settings';
import { setClocks } from '../settings/set-clocks';
import { ratePairs, settingsState } from '../settings/settings-state';

const UNREAD_SHOWN = 200;
const SAMPLE = 12;

export function settingsUseCases(context: EngineContext): EngineClient<SettingsMethods> {
  const { store, held } = context;

  const readFile = async (
    { file, quoted }: { readonly file: File; readonly quoted: RatesQuoted | null },
    options?: CallOptions,
  ): Promise<RatesRead> => {
    const reporting = ((await store.root()).settings ?? DEFAULT_SETTINGS).reporting;
    const likely: RatesQuoted | null =
      reporting === null ? null : { as: 'price-in', currency: reporting.currency };
    const tables = await readRateRows(file, work(options));
    const read = tables.map((rows) => readRates(rows, file.name, quoted, likely));
    return read.find(({ found }) => found) ?? readRates([], file.name, quoted, likely);
  };

  return {
    settings: () => settingsState(context),
    async saveSettings(change, options) {
      await saveSettings(store, change, work(options).signal);
      return settingsState(context);
    },

    async setClocks(request, options) {
      await setClocks(store, held, request, work(options));
      return settingsState(context);
    },

    async rates({ currency, offset, limit }) {
      const rates = await keptRates(store);
      const wanted =
        currency === null ? rates : rates.filter(({ from, to }) => from === currency || to === currency);
      return { total: wanted.length, rows: wanted.slice(offset, offset + limit) };
    },

    async readRates(request, options) {
      const { rates, unread, ...read } = await readFile(request, options);
      const pairs = ratePairs(rates);
      const { added, replaced } = changedRates(await keptRates(store), [], rates);
      const last = new Map(rates.map((rate) => [`${rate.from}/${rate.to}`, rate]));
      return {
        ...read,
        rates: rates.length,
        pairs,
        sample: [...last.values()].slice(0, SAMPLE),
        added,
        replaced,
        unread: unread.slice(0, UNREAD_SHOWN),
        unreadCount: unread.length,
      } satisfies RatesPreview;
    },
    async keepRates(request, options) {
      const { rates } = await readFile(request, options);
      if (rates.length === 0) throw new AppError('import/nothing-to-keep');
      const { signal } = work(options);
      await changeRates(store, (held) => changedRates(held, [], rates).rates, request.file.name, signal);
      return settingsState(context);
    },
    async changeRates({ drop, put }, options) {
      if (!put.every(isRate)) throw new AppError('settings/invalid');
      await changeRates(
        store,
        (held) => changedRates(drop === 'all' ? [] : held, drop === 'all' ? [] : drop, put).rates,
        null,
        work(options).signal,
      );
      return settingsState(context);
    },
    exportRates: async ({ format }) => ratesCsv(await keptRates(store), format),
  };
}

const isRate = ({ day, from, to, rate }: ExchangeRate): boolean =>
  parseIso(day) !== null &&
  day.length === 10 &&
  isCurrencyCode(from) &&
  isCurrencyCode(to) &&
  from !== to &&
  Number.isFinite(rate) &&
  rate > 0;
