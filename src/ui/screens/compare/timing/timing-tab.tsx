import { signal } from '@preact/signals';
import type { Comparison } from '../../../../compare/comparison';
import { CUSTOM_PREFIX } from '../../../../core/fields';
import type { Locale } from '../../../../core/label';
import type { FieldInfo } from '../../../../protocol/engine-api';
import { SelectField } from '../../../parts/select-field';
import { engine } from '../../../state/engine';
import { workspace } from '../../../state/workspace';
import { useAnswer } from '../use-answer';
import { ColumnTiming } from './column-timing';
import { NextOrderTiming } from './next-order-timing';
import { words } from './words';

/** Null is what suits the data: orders where there are any. */
const waitedFor = signal<'order' | 'columns' | null>(null);

/** How long until something: the next order, or what columns of people's own say. */
export function TimingTab(props: { readonly comparison: Comparison; readonly locale: Locale }) {
  const t = words.value.own;
  const { dataVersion } = props.comparison;
  const call = useAnswer<{ readonly dataVersion: number }, readonly FieldInfo[]>(
    { dataVersion },
    (_, signalOf) => engine().fields(undefined, { signal: signalOf }),
  );
  const fields = (call.value.value ?? []).filter(
    (f) => f.table === 'people' && f.id.startsWith(CUSTOM_PREFIX),
  );
  const lengths = fields.filter((f) => f.type === 'number' && (f.min ?? -1) >= 0 && (f.max ?? 0) > 0);
  const ends = fields.filter((f) => f.type === 'flag');
  const offered = lengths.length > 0 && ends.length > 0;
  const orders = (workspace.value?.orders ?? 0) > 0;
  const waited = offered ? (waitedFor.value ?? (orders ? 'order' : 'columns')) : 'order';
  return (
    <div class="compare-tab">
      {offered && (
        <div class="compare-controls">
          <SelectField
            label={t.waitedFor}
            value={waited}
            options={[
              { value: 'order', label: t.order },
              { value: 'columns', label: t.columns },
            ]}
            onChange={(next) => {
              waitedFor.value = next;
            }}
          />
        </div>
      )}
      {waited === 'order' ? (
        <NextOrderTiming {...props} />
      ) : (
        <ColumnTiming {...props} lengths={lengths} ends={ends} />
      )}
    </div>
  );
}
