import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../../../compare/comparison';
import {
  DISTRIBUTED,
  type Distributed,
  type Distribution,
  type DistributionRequest,
} from '../../../../compare/distribution-of';
import type { Locale } from '../../../../core/label';
import { en } from '../../../../i18n/en/distribution';
import { pl } from '../../../../i18n/pl/distribution';
import { ChartFigure } from '../../../charts/chart-figure';
import { DistributionPlot } from '../../../charts/distribution-plot';
import { SelectField } from '../../../parts/select-field';
import { engine } from '../../../state/engine';
import { persisted } from '../../../state/persisted';
import { textOf } from '../../../state/text';
import { CallState } from '../call-state';
import { useAnswer } from '../use-answer';
import { distributionDrawing } from './distribution-drawing';

const words = textOf({ en, pl });
const distributed = persisted<Distributed>(
  'distributed',
  'revenue',
  (raw) => DISTRIBUTED.find((d) => d === raw) ?? null,
);

/** How one number of each customer is spread in each segment: what a mean alone hides. */
export function DistributionTab(props: { readonly comparison: Comparison; readonly locale: Locale }) {
  const { comparison, locale } = props;
  const t = words.value;
  const call = useAnswer<DistributionRequest & { readonly dataVersion: number }, Distribution>(
    { comparison: comparison.request, of: distributed.value, dataVersion: comparison.dataVersion },
    ({ dataVersion: _, ...request }, signal) => engine().distribution(request, { signal }),
  );
  const distribution = call.value.value;
  const drawn = useMemo(
    () => (distribution ? distributionDrawing(distribution, comparison, locale) : null),
    [distribution, comparison, locale],
  );
  return (
    <div class="compare-tab">
      <div class="compare-controls">
        <SelectField
          label={t.of}
          value={distributed.value}
          options={DISTRIBUTED.map((d) => ({ value: d, label: t.kinds[d] }))}
          onChange={(next) => {
            distributed.value = next;
          }}
        />
      </div>
      <CallState call={call} hasValue={drawn !== null} />
      {drawn && (
        <ChartFigure
          title={drawn.title}
          subtitle={t.sub}
          sentence={drawn.sentence}
          table={drawn.table}
          stale={call.busy.value}
          notes={[t.note]}
        >
          <DistributionPlot picture={drawn.picture} />
        </ChartFigure>
      )}
    </div>
  );
}
