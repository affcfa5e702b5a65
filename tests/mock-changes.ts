import type { PassportChanges } from '../src/core/passport';
import type { TotalsMethods } from '../src/protocol/api/totals';
import type {
  CallOptions,
  ChangedRecordView,
  ChangeMethods,
  ChangesAnswer,
  EngineClient,
  WorkspaceState,
} from '../src/protocol/engine-api';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

export const MOCK_CHANGES: PassportChanges = {
  unit: 'orders',
  earlier: ['orders 09.csv'],
  new: 412,
  changed: 37,
  unchanged: 1204,
  gone: 3,
  span: { from: day('2026-09-25'), to: day('2026-10-31') },
  fields: [
    { header: 'Financial Status', records: 31 },
    { header: 'Total', records: 9 },
  ],
  columnsNew: ['Discount Code'],
  columnsGone: [],
  goneLeftOut: false,
};

const record = (i: number): ChangedRecordView => ({
  label: `#${1040 + i}`,
  row: 12 + i,
  at: day('2026-09-27'),
  fields: [
    {
      header: 'Financial Status',
      before: [{ kind: 'text', text: 'pending' }],
      after: [{ kind: 'text', text: 'paid' }],
    },
    {
      header: 'Total',
      before: [{ kind: 'money', minor: 12_900, currency: 'PLN' }],
      after: [{ kind: 'money', minor: 9_900, currency: 'PLN' }],
    },
  ],
});

type Answer = <T>(method: keyof EngineClient, call: CallOptions | undefined, value: () => T) => Promise<T>;

/** October's orders beside September's. */
export function mockChanges(
  answer: Answer,
  state: () => WorkspaceState,
): EngineClient<ChangeMethods & TotalsMethods> {
  const page = (
    kind: 'new' | 'changed' | 'unchanged' | 'gone',
    offset: number,
    limit: number,
  ): ChangesAnswer => {
    const total = MOCK_CHANGES[kind];
    return {
      changes: MOCK_CHANGES,
      heldAs: null,
      total,
      records: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) =>
        record(offset + i),
      ),
    };
  };
  return {
    previewTotals: (_, call) =>
      answer('previewTotals', call, () => ({
        reconciliation: [
          { column: 'Sessions', kept: 12_345, stated: 12_345, agrees: true },
          { column: 'Total revenue', kept: 1_204.5, stated: 1_234.56, agrees: false },
        ],
        notes: [{ code: 'thresholded', params: {} }],
      })),
    previewChanges: ({ kind, offset, limit }, call) =>
      answer('previewChanges', call, () => page(kind, offset, limit)),
    captureChanges: ({ kind, offset, limit }, call) =>
      answer('captureChanges', call, () => page(kind, offset, limit)),
    leaveOutGone: (_, call) => answer('leaveOutGone', call, state),
  };
}
