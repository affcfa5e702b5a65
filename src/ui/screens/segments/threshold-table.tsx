import { useState } from 'preact/hooks';
import { formatNumber, formatPlain } from '../../../i18n/format';
import type { Segment, Threshold } from '../../../segments/segment';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { announce } from '../../parts/live-region';
import { NumberInput } from '../../parts/number-input';
import { Table } from '../../parts/table';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { shownCurrency } from '../../state/shown-currency';
import { labelText } from '../../state/text';
import { segmentsChanged } from './segments-model';
import { segmentsText } from './segments-text';
import { isInRule, withThreshold } from './threshold-edit';

/** The numbers the data gave the rule; changed ones make an own segment, the library's stays. */
export function ThresholdTable(props: { readonly segment: Segment; readonly onSaved: (id: string) => void }) {
  const { segment } = props;
  const [edits, setEdits] = useState<ReadonlyMap<number, number | null>>(new Map());
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const t = segmentsText.value;
  const lang = locale.value;
  const name = labelText(segment.name);
  const changed = [...edits].filter(([i, v]) => v !== null && v !== segment.thresholds[i]?.value);
  const incomplete = [...edits.values()].some((v) => v === null);

  const onSave = async () => {
    setSaving(true);
    setError(null);
    const rule = changed.reduce((before, [i, value]) => {
      const threshold = segment.thresholds[i];
      return threshold && value !== null ? withThreshold(before, threshold, value) : before;
    }, segment.rule);
    try {
      const copyName = t.detail.copyName(name);
      const saved = await engine().saveSegment({
        from: segment.id,
        name: copyName,
        description: labelText(segment.description),
        rule,
      });
      announce(t.detail.saved(copyName));
      segmentsChanged();
      props.onSaved(saved.id);
    } catch (caught) {
      setError(caught);
    } finally {
      setSaving(false);
    }
  };

  const rows = segment.thresholds.map((threshold, i) => ({ threshold, i }));
  return (
    <section class="segment-part threshold-table">
      <h3>{t.detail.thresholds}</h3>
      {rows.some(({ threshold }) => isInRule(segment.rule, threshold)) && (
        <p class="ink-soft">{t.detail.thresholdsText}</p>
      )}
      <Table
        caption={t.detail.thresholds}
        height="all"
        copy={false}
        rows={rows}
        rowKey={(row) => String(row.i)}
        columns={[
          {
            id: 'label',
            header: t.detail.threshold,
            rowHeader: true,
            cell: (row) => labelText(row.threshold.label),
          },
          {
            id: 'value',
            header: t.detail.value,
            align: 'end',
            cell: ({ threshold, i }) => (
              <span class="threshold-value">
                {isInRule(segment.rule, threshold) ? (
                  <NumberInput
                    label={t.detail.thresholdOf(labelText(threshold.label))}
                    value={shown(edits.has(i) ? (edits.get(i) ?? null) : threshold.value, threshold)}
                    onValue={(typed) => setEdits(new Map(edits).set(i, stored(typed, threshold)))}
                  />
                ) : (
                  formatPlain(lang, shown(threshold.value, threshold))
                )}
                <span class="ink-soft threshold-unit">{unitText(threshold)}</span>
              </span>
            ),
          },
          {
            id: 'from',
            header: t.detail.from,
            cell: ({ threshold }) => (
              <span class="ink-soft">
                {labelText(threshold.from)}
                {' · '}
                <span class="num">{t.detail.n(formatNumber(lang, threshold.n))}</span>
              </span>
            ),
          },
        ]}
      />
      {error !== null && <ErrorNotice error={error} />}
      {(changed.length > 0 || incomplete) && (
        <div class="segment-actions">
          <Button kind="primary" disabled={saving || incomplete} onClick={() => void onSave()}>
            {t.detail.saveCopy}
          </Button>
          <Button kind="quiet" onClick={() => setEdits(new Map())}>
            {t.detail.resetThresholds}
          </Button>
        </div>
      )}
    </section>
  );
}

const isShare = (threshold: Threshold) => threshold.unit === 'share';

/** Shares are typed as percentages. */
function shown(value: number | null, threshold: Threshold): number | null {
  return value !== null && isShare(threshold) ? Number((value * 100).toPrecision(12)) : value;
}

function stored(value: number | null, threshold: Threshold): number | null {
  return value !== null && isShare(threshold) ? Number((value / 100).toPrecision(12)) : value;
}

function unitText(threshold: Threshold): string {
  if (threshold.unit === 'money') return shownCurrency.value ?? '';
  return segmentsText.value.units[threshold.unit];
}
