import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../../compare/comparison';
import { Disclosure } from '../../parts/disclosure';
import { useLater } from '../../parts/use-later';
import { FinderPanel } from '../discover/finder-panel';
import { words as discoverWords } from '../discover/words';
import { chosen, offered } from './compare-model';

/** The finder of differences between the first segment and the base, under the comparison. */
export function DiffersMost(props: { readonly comparison: Comparison }) {
  const { comparison } = props;
  const views = offered.value;
  const segmentId = chosen.value[0]?.segment.id ?? null;
  const asked = useLater(useMemo(() => ({ comparison, views, segmentId }), [comparison, views, segmentId]));
  const panel = useMemo(() => {
    if (asked === null) return null;
    const { request, dataVersion } = asked.comparison;
    const { grain, asOf, measured, currency, reportId } = request;
    return (
      <FinderPanel
        views={asked.views}
        segmentId={asked.segmentId}
        againstId={request.baseSegmentId}
        about={{ grain, asOf, measured, currency, reportId }}
        dataVersion={dataVersion}
      />
    );
  }, [asked]);
  return <Disclosure summary={discoverWords.value.tabs.finder}>{panel}</Disclosure>;
}
