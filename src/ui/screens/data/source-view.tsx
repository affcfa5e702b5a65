import { useId } from 'preact/hooks';
import { formatBytes } from '../../../i18n/format';
import type { FileSurvey } from '../../../ingest/survey';
import { Button } from '../../parts/button';
import { Disclosure } from '../../parts/disclosure';
import { ErrorNotice } from '../../parts/error-notice';
import { Notice } from '../../parts/notice';
import { ProgressBar } from '../../parts/progress-bar';
import { locale } from '../../state/locale';
import { text } from '../../state/text';
import { dataText, problemText } from './data-text';
import { type DeskSource, editTable, removeSource, type TableDraft } from './import-desk';
import { ProblemList } from './problem-list';
import { progressDetail } from './progress-detail';
import { ReadOtherwise } from './read-otherwise';
import { TableDraftView } from './table-draft-view';

/** One file or page capture on the desk. */
export function SourceView(props: { readonly source: DeskSource; readonly disabled: boolean }) {
  const { source, disabled } = props;
  const headingId = useId();
  const t = dataText.value;
  const lang = locale.value;
  const { stage } = source;
  const read = stage.kind === 'ready' ? stage.surveyed.survey : null;
  const survey = read && read.tables.length > 0 ? read : null;
  const written = survey && !isOurs(source, survey) ? survey : null;
  const facts = [
    source.bytes > 0 && formatBytes(lang, source.bytes),
    // Of what we wrote out ourselves (a sheet, JSON) it says nothing.
    written && t.survey.delimiter[written.dialect.delimiter],
    written && t.survey.encoding(written.encoding.name.toUpperCase()),
  ].filter((fact): fact is string => typeof fact === 'string');

  return (
    <section class="source" aria-labelledby={headingId}>
      <div class="source-head">
        <div class="source-words">
          <h3 id={headingId} class="data" dir="auto">
            {source.name}
          </h3>
          {facts.length > 0 && <p class="ink-soft">{facts.join(' · ')}</p>}
        </div>
        <Button
          kind="quiet"
          size="s"
          disabled={disabled}
          label={
            stage.kind === 'surveying'
              ? `${text.value.action.cancel}: ${source.name}`
              : t.survey.remove(source.name)
          }
          onClick={() => removeSource(source.key)}
        >
          {stage.kind === 'surveying' ? text.value.action.cancel : text.value.action.remove}
        </Button>
      </div>
      {stage.kind === 'waiting' && <p class="ink-soft">{t.survey.waiting}</p>}
      {stage.kind === 'surveying' && (
        <ProgressBar
          label={t.survey.reading(source.name)}
          value={
            stage.progress && stage.progress.totalBytes > 0
              ? stage.progress.bytes / stage.progress.totalBytes
              : null
          }
          detail={progressDetail(stage.progress)}
        />
      )}
      {stage.kind === 'failed' && <ErrorNotice error={stage.error} />}
      {stage.kind === 'ready' && read && !isOurs(source, read) && !hasNoLetters(source, read) && (
        <ReadOtherwise source={source} survey={read} disabled={disabled} />
      )}
      {stage.kind === 'ready' && <ReadySource source={source} stage={stage} disabled={disabled} />}
    </section>
  );
}

/** Written out by ourselves: a sheet, JSON, a page. There is nothing about its letters to get wrong. */
function isOurs(source: DeskSource, survey: FileSurvey): boolean {
  return source.origin.kind !== 'file' || (survey.encoding.how === 'told' && source.told === undefined);
}

/** Empty, a picture, a program: no other reading makes a table of it. */
function hasNoLetters(source: DeskSource, survey: FileSurvey): boolean {
  const known = ['file/empty', 'file/not-text'];
  return source.told === undefined && survey.problems.some(({ code }) => known.includes(code));
}

function ReadySource(props: {
  readonly source: DeskSource;
  readonly stage: Extract<DeskSource['stage'], { kind: 'ready' }>;
  readonly disabled: boolean;
}) {
  const { source, stage, disabled } = props;
  const t = dataText.value;
  const { survey, proposals } = stage.surveyed;
  const view = (draft: TableDraft) => {
    const found = survey.tables.find((table) => table.index === draft.tableIndex);
    const proposal = proposals.find((p) => p.tableIndex === draft.tableIndex);
    return (
      found &&
      proposal && (
        <TableDraftView
          key={draft.tableIndex}
          draft={draft}
          survey={found}
          surveyId={stage.surveyed.surveyId}
          proposal={proposal}
          only={survey.tables.length === 1}
          sourceKey={source.key}
          fromPage={source.origin.kind === 'inbox'}
          disabled={disabled}
          onEdit={(edit) => editTable(source.key, draft.tableIndex, edit)}
        />
      )
    );
  };
  // Tables proposed to be kept stand open; a GA4 snapshot's thirty others wait folded.
  const proposed = (draft: TableDraft) => proposals.find((p) => p.tableIndex === draft.tableIndex)?.keep;
  const first = stage.tables.filter(proposed);
  const others = stage.tables.filter((draft) => !proposed(draft));
  const [only] = survey.problems;
  const nothing = survey.tables.every((table) => table.rows === 0);
  return (
    <>
      {nothing && only && survey.problems.length === 1 ? (
        <Notice
          tone={only.code === 'archive/no-table' ? 'note' : 'error'}
          title={problemText.value[only.code](only)}
        />
      ) : survey.tables.length === 0 && !only ? (
        <p>{t.survey.nothing}</p>
      ) : (
        survey.problems.length > 0 && <ProblemList problems={survey.problems} />
      )}
      {first.map(view)}
      {others.length > 0 &&
        (first.length === 0 ? (
          others.map(view)
        ) : (
          <Disclosure summary={t.table.otherTables(others.length)}>{others.map(view)}</Disclosure>
        ))}
    </>
  );
}
