import type { AmountsConverted } from '../../compare/measure/amounts-converted';
import type { ExchangeRate } from '../../core/money/exchange-rate';
import type { Settings } from '../../core/settings';
import type { CaptureClock } from '../../core/time/capture-clock';
import type { CsvFormat } from '../../export/csv-format';
import type { ExportedFile } from '../../export/exported-file';
import type { RatesQuoted, RatesRead } from '../../ingest/rates/read-rates';

export type { RatesQuoted, UnreadRate } from '../../ingest/rates/read-rates';

/** Money and time, as the person wants them for all the data there is. A change is a new data version. */
export interface SettingsMethods {
  settings: { request: undefined; answer: SettingsState };
  /** @throws AppError `settings/invalid` for what is no currency, age or time zone. */
  saveSettings: { request: Partial<Omit<Settings, 'clock'>>; answer: SettingsState };
  /**
   * The zone all times are shown in (null: each as written), and the zones of sources whose times carry no offset, by
   * `SourceClock.id` (null: not said). What is held is made anew, in one commit. @throws AppError `settings/invalid`.
   */
  setClocks: {
    request: { clock: string | null; zones: Readonly<Record<string, string | null>> };
    answer: SettingsState;
  };

  /** Rates held, by pair and day; of the pairs with `currency` on either side, where it is given. */
  rates: { request: { currency: string | null; offset: number; limit: number }; answer: RatesPage };
  /** Reads a file of rates and keeps nothing. `quoted`: what its numbers are, where the person has said. */
  readRates: { request: { file: File; quoted: RatesQuoted | null }; answer: RatesPreview };
  /** Keeps what `readRates` showed for the same request; a day of a pair that is held already gets the new rate. */
  keepRates: { request: { file: File; quoted: RatesQuoted | null }; answer: SettingsState };
  /** Takes rates out, then puts rates in. @throws AppError `settings/invalid`. */
  changeRates: {
    request: {
      drop: readonly Pick<ExchangeRate, 'day' | 'from' | 'to'>[] | 'all';
      put: readonly ExchangeRate[];
    };
    answer: SettingsState;
  };
  exportRates: { request: { format: CsvFormat }; answer: ExportedFile };
}

export interface SettingsState {
  readonly settings: Settings;
  readonly rates: {
    readonly count: number;
    readonly sources: readonly string[];
    readonly pairs: readonly RatePair[];
  };
  /** How all orders held come out in the reporting currency; null where they stand as they are. */
  readonly converted: AmountsConverted | null;
  /** Sources with times of day, in the order they came; those with days alone have no clock to ask of. */
  readonly clocks: readonly SourceClock[];
}

/** Whose clock the times of one source are on, as its last capture has it. */
export interface SourceClock {
  readonly id: string;
  readonly tool: string;
  readonly captures: readonly string[];
  readonly written: CaptureClock['written'];
  readonly stated: string | null;
  readonly said: string | null;
}

export interface RatePair {
  readonly from: string;
  readonly to: string;
  readonly rates: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface RatesPage {
  readonly total: number;
  readonly rows: readonly ExchangeRate[];
}

export interface RatesPreview {
  /** What the numbers were taken for; null where that has to be said first. */
  readonly quoted: RatesQuoted | null;
  readonly certain: boolean;
  readonly found: boolean;
  readonly rates: number;
  readonly pairs: readonly RatePair[];
  /** The last rate of each pair, first pairs first, to be looked at. */
  readonly sample: readonly ExchangeRate[];
  readonly added: number;
  readonly replaced: number;
  /** The first 200. */
  readonly unread: RatesRead['unread'];
  readonly unreadCount: number;
  readonly rowsSetApart: number;
}
