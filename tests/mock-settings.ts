import type { ExchangeRate } from '../src/core/money/exchange-rate';
import { DEFAULT_SETTINGS, type Settings } from '../src/core/settings';
import type { SettingsMethods } from '../src/protocol/api/settings';
import type { CallOptions, EngineClient, RatePair, SettingsState } from '../src/protocol/engine-api';

/** Settings of a shop that sells in three currencies, kept while the mock lives. */
export function mockSettings(
  answer: <T>(method: keyof SettingsMethods, call: CallOptions | undefined, value: () => T) => Promise<T>,
): EngineClient<SettingsMethods> {
  let settings: Settings = DEFAULT_SETTINGS;
  let rates: readonly ExchangeRate[] = [];
  let clocks: SettingsState['clocks'] = [
    {
      id: 'shopify',
      tool: 'shopify',
      captures: ['orders_export_1.csv', 'orders_export_2.csv'],
      written: 'offset',
      stated: null,
      said: null,
    },
    {
      id: 'crm',
      tool: 'generic',
      captures: ['kontakty – bardzo długa nazwa pliku z systemu CRM, eksport z listopada.csv'],
      written: 'wall',
      stated: null,
      said: null,
    },
    { id: 'stripe', tool: 'stripe', captures: ['payments.csv'], written: 'wall', stated: 'UTC', said: null },
  ];
  const state = (): SettingsState => ({
    settings,
    rates: {
      count: rates.length,
      sources: rates.length === 0 ? [] : ['archiwum_tab_a_2026.csv'],
      pairs: pairs(rates),
    },
    converted:
      settings.reporting === null || rates.length === 0
        ? null
        : {
            ...settings.reporting,
            rates: rates.length,
            ratesOf: { from: rates[0]?.day ?? '', to: rates.at(-1)?.day ?? '' },
            sources: ['archiwum_tab_a_2026.csv'],
            converted: [{ currency: 'EUR', orders: 1_204, revenueMinor: 9_641_200 }],
            setApart: [{ currency: 'GBP', why: 'no-rate', orders: 12, revenueMinor: 84_000 }],
          },
    clocks,
  });
  const keep = () => {
    rates = MADE_UP;
    return state();
  };
  return {
    settings: (_, call) => answer('settings', call, state),
    saveSettings: (change, call) =>
      answer('saveSettings', call, () => {
        settings = { ...settings, ...change };
        return state();
      }),
    setClocks: ({ clock, zones }, call) =>
      answer('setClocks', call, () => {
        settings = { ...settings, clock };
        clocks = clocks.map((c) => ({ ...c, said: zones[c.id] ?? c.said }));
        return state();
      }),
    rates: ({ currency, offset, limit }, call) =>
      answer('rates', call, () => {
        const rows = rates.filter(
          ({ from, to }) => currency === null || from === currency || to === currency,
        );
        return { total: rows.length, rows: rows.slice(offset, offset + limit) };
      }),
    readRates: (_, call) =>
      answer('readRates', call, () => ({
        quoted: { as: 'price-in', currency: 'PLN' },
        certain: true,
        found: true,
        rates: MADE_UP.length,
        pairs: pairs(MADE_UP),
        sample: MADE_UP.slice(-2),
        added: MADE_UP.length,
        replaced: 0,
        unread: [{ row: 7, text: '31.02.2026 · EUR · 4,30', why: 'no-day' }],
        unreadCount: 1,
        rowsSetApart: 3,
      })),
    keepRates: (_, call) => answer('keepRates', call, keep),
    changeRates: ({ drop, put }, call) =>
      answer('changeRates', call, () => {
        const gone = (r: ExchangeRate) =>
          drop === 'all' || drop.some((d) => d.day === r.day && d.from === r.from && d.to === r.to);
        rates = [...rates.filter((r) => !gone(r)), ...put];
        return state();
      }),
    exportRates: (_, call) =>
      answer('exportRates', call, () => ({
        name: 'segment-lens-exchange-rates.csv',
        mime: 'text/csv',
        bytes: new TextEncoder().encode('date,currency,to,rate\r\n'),
      })),
  };
}

const MADE_UP: readonly ExchangeRate[] = Array.from({ length: 240 }, (_, i) => ({
  day: new Date(Date.UTC(2026, 0, 2 + (i % 120))).toISOString().slice(0, 10),
  from: i < 120 ? 'EUR' : 'USD',
  to: 'PLN',
  rate: Math.round(((i < 120 ? 4.3 : 3.9) + Math.sin(i / 9) / 20) * 10_000) / 10_000,
}));

function pairs(rates: readonly ExchangeRate[]): readonly RatePair[] {
  return [...new Set(rates.map((r) => r.from))].map((from) => {
    const own = rates.filter((r) => r.from === from);
    return {
      from,
      to: 'PLN',
      rates: own.length,
      firstDay: own[0]?.day ?? '',
      lastDay: own.at(-1)?.day ?? '',
    };
  });
}
