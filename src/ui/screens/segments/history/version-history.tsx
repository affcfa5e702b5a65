import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../../../core/app-error';
import { formatClock, formatNumber } from '../../../../i18n/format';
import type { VersionView } from '../../../../protocol/engine-api';
import type { Segment } from '../../../../segments/segment';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { announce } from '../../../parts/live-region';
import { Menu } from '../../../parts/menu';
import { Table } from '../../../parts/table';
import { chosenSegments } from '../../../state/chosen-segments';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { goTo } from '../../../state/route';
import { asOf, reportingCurrency } from '../../../state/settings';
import { labelText, text } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { builderText } from '../rule-builder-text';
import { segmentsChanged } from '../segments-model';
import { ChangedSentence } from './changed-sentence';

/** Every version of an own segment: what each edit changed, its size then and now over today's data, and the way back. */
export function VersionHistory(props: { readonly segment: Segment }) {
  const { segment } = props;
  const t = builderText.value.history;
  const lang = locale.value;
  const name = labelText(segment.name);
  const [versions, setVersions] = useState<readonly VersionView[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const at = asOf.value;
  const currency = reportingCurrency.value;
  const dataVersion = workspace.value?.dataVersion;

  useEffect(() => {
    const controller = new AbortController();
    engine()
      .segmentHistory({ id: segment.id, asOf: at, currency }, { signal: controller.signal })
      .then(
        (answer) => {
          if (!controller.signal.aborted) setVersions(answer);
        },
        (caught: unknown) => {
          if (!controller.signal.aborted && !isAbort(caught)) setError(caught);
        },
      );
    return () => controller.abort();
  }, [segment.id, segment.version, at, currency, dataVersion]);

  const attempt = async (work: () => Promise<void>) => {
    setError(null);
    try {
      await work();
      segmentsChanged();
    } catch (caught) {
      setError(caught);
    }
  };
  const restore = ({ version, rule }: VersionView) =>
    attempt(async () => {
      await engine().saveSegment({
        id: segment.id,
        name,
        description: labelText(segment.description),
        rule,
      });
      announce(t.restored(version));
    });
  const asOwn = async ({ version, rule }: VersionView) => {
    const saved = await engine().saveSegment({
      name: t.ownName(name, version),
      description: labelText(segment.description),
      rule,
    });
    return saved.id;
  };

  if (error !== null) return <ErrorNotice error={error} />;
  if (versions === null) return <p class="ink-soft">{text.value.loading}</p>;
  return (
    <section class="segment-part">
      <h3>{t.title}</h3>
      <p class="ink-soft">{t.text}</p>
      <Table
        caption={t.title}
        height="all"
        rows={versions.map((view, i) => ({ view, before: versions[i + 1] ?? null, isNow: i === 0 }))}
        rowKey={({ view }) => String(view.version)}
        columns={[
          {
            id: 'version',
            header: t.version,
            rowHeader: true,
            cell: ({ view, isNow }) => (
              <>
                {formatNumber(lang, view.version)}
                {isNow && <span class="ink-soft"> · {t.now}</span>}
                <br />
                <span class="ink-soft version-saved">{formatClock(lang, view.savedAt)}</span>
              </>
            ),
            copy: ({ view }) => String(view.version),
          },
          {
            id: 'rule',
            header: t.rule,
            cell: ({ view, before }) => (
              <span class="version-rule">
                {before === null ? (
                  <span class="data">{labelText(view.sentence)}</span>
                ) : (
                  <ChangedSentence before={labelText(before.sentence)} after={labelText(view.sentence)} />
                )}
              </span>
            ),
            copy: ({ view }) => labelText(view.sentence),
          },
          {
            id: 'in',
            header: t.size,
            align: 'end',
            cell: ({ view }) =>
              view.counts === null ? (
                <span class="ink-soft">{t.gone}</span>
              ) : (
                formatNumber(lang, view.counts.in)
              ),
            copy: ({ view }) => String(view.counts?.in ?? ''),
          },
          {
            id: 'both',
            header: t.both,
            align: 'end',
            cell: ({ view }) => formatNumber(lang, view.counts?.both ?? null),
            copy: ({ view }) => String(view.counts?.both ?? ''),
          },
          {
            id: 'actions',
            header: text.value.action.more,
            hideHeader: true,
            cell: ({ view, isNow }) =>
              isNow ? null : (
                <span class="version-actions">
                  <Button size="s" label={t.restoreOf(view.version)} onClick={() => void restore(view)}>
                    {t.restore}
                  </Button>
                  <Menu
                    size="s"
                    kind="quiet"
                    align="end"
                    label={builderText.value.more(t.version_(view.version))}
                    items={[
                      {
                        id: 'compare',
                        label: t.compare,
                        onSelect: () =>
                          void attempt(async () => {
                            chosenSegments.value = [segment.id, await asOwn(view)];
                            goTo('compare');
                          }),
                      },
                      {
                        id: 'own',
                        label: t.own,
                        onSelect: () => void attempt(async () => goTo('segments', await asOwn(view))),
                      },
                    ]}
                  >
                    <span aria-hidden="true">⋯</span>
                  </Menu>
                </span>
              ),
          },
        ]}
      />
    </section>
  );
}
