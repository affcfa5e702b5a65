import { useId, useMemo, useState } from 'preact/hooks';
import { formatNumber, formatShare } from '../../../i18n/format';
import type { SegmentCatalog, SegmentView } from '../../../protocol/engine-api';
import { SEGMENT_KINDS } from '../../../segments/segment';
import { Button } from '../../parts/button';
import { classNames } from '../../parts/class-names';
import { Disclosure } from '../../parts/disclosure';
import { SegmentMark } from '../../parts/segment-mark';
import { SkipLink } from '../../parts/skip-link';
import { TextInput } from '../../parts/text-input';
import { chosenSegments } from '../../state/chosen-segments';
import { locale } from '../../state/locale';
import { goTo, routeHash } from '../../state/route';
import { labelText } from '../../state/text';
import { SegmentsFile } from './segments-file';
import { segmentsText } from './segments-text';
import { UnreadableSegments } from './unreadable-segments';

const plain = (s: string) =>
  s.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').toLocaleLowerCase();

/** Every segment by kind with its live size; one's own first. */
export function SegmentLibrary(props: {
  readonly catalog: SegmentCatalog;
  readonly selected: string | null;
  readonly stale: boolean;
  readonly onNew: () => void;
  readonly onPick: () => void;
}) {
  const { catalog, selected } = props;
  const [typed, setTyped] = useState('');
  const headingBase = useId();
  const t = segmentsText.value;
  const lang = locale.value;
  const chosen = chosenSegments.value;

  const groups = useMemo(() => {
    const wanted = plain(typed.trim());
    const kinds = ['own', ...SEGMENT_KINDS.filter((k) => k !== 'own')] as const;
    const matches = (v: SegmentView) =>
      wanted === '' ||
      plain(`${v.segment.name.en} ${v.segment.name.pl} ${t.kinds[v.segment.kind]}`).includes(wanted);
    return kinds
      .map((kind) => ({
        kind,
        views: catalog.segments.filter((v) => v.segment.kind === kind && matches(v)),
      }))
      .filter((g) => g.views.length > 0);
  }, [catalog, typed, t]);
  const found = groups.reduce((sum, g) => sum + g.views.length, 0);

  return (
    <nav class="library" aria-label={t.library.label} aria-busy={props.stale || undefined}>
      <div class="library-tools">
        <TextInput
          type="search"
          width="wide"
          label={t.library.filter}
          placeholder={t.library.filter}
          value={typed}
          onInput={setTyped}
        />
        {catalog.population > 0 && <Button onClick={props.onNew}>{t.library.create}</Button>}
        <SegmentsFile />
        {chosen.length > 0 && (
          <Button onClick={() => goTo('compare')}>{t.detail.compareNow(chosen.length)}</Button>
        )}
      </div>
      <p class="only-read" role="status">
        {typed.trim() === '' ? '' : t.library.found(found)}
      </p>
      {found === 0 && typed.trim() !== '' && <p class="ink-soft">{t.library.noMatch(typed.trim())}</p>}
      {/* Seventy tab stops would stand before the segment that is open. */}
      {props.selected !== '' && <SkipLink to="segment">{t.library.skip}</SkipLink>}
      <div class={classNames('library-groups', props.stale && 'library-stale')}>
        {groups.map(({ kind, views }) => (
          <section key={kind} aria-labelledby={`${headingBase}-${kind}`}>
            <h2 class="library-kind" id={`${headingBase}-${kind}`}>
              {t.kinds[kind]}
            </h2>
            <ul>
              {views.map(({ segment, size, population }) => {
                // A report's values are as large as what they carry, not as the rows they stand in.
                const carried = segment.grain === 'aggregate' ? (segment.thresholds[0]?.value ?? null) : null;
                const share =
                  segment.grain === 'aggregate'
                    ? carried
                    : population === 0 || size === null
                      ? null
                      : size / population;
                return (
                  <li key={segment.id}>
                    <a
                      class="library-item"
                      href={routeHash('segments', segment.id)}
                      aria-current={segment.id === selected ? 'true' : undefined}
                      onClick={props.onPick}
                    >
                      <SegmentMark colour={segment.colour} />
                      <span class="library-name data" dir="auto" title={labelText(segment.name)}>
                        {labelText(segment.name)}
                      </span>
                      {chosen.includes(segment.id) && (
                        <span class="library-chosen" title={t.detail.comparing}>
                          <span aria-hidden="true">✓</span>
                          <span class="only-read">{t.detail.comparing}</span>
                        </span>
                      )}
                      <span class="library-size num" title={size === null ? t.library.later : undefined}>
                        {segment.grain === 'person' && formatNumber(lang, size)}
                        {size === null && <span class="only-read">{t.library.later}</span>}
                      </span>
                      <span class="library-share num">{formatShare(lang, share)}</span>
                    </a>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
      {catalog.unreadable.length > 0 && <UnreadableSegments segments={catalog.unreadable} />}
      {catalog.missing.length > 0 && (
        <Disclosure summary={t.library.missing(catalog.missing.length)}>
          <ul class="library-missing">
            {catalog.missing.map((missing) => (
              <li key={missing.id}>
                <p class="strong">{labelText(missing.name)}</p>
                <p>{labelText(missing.description)}</p>
                <p class="ink-soft">{labelText(missing.needs)}</p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </nav>
  );
}
