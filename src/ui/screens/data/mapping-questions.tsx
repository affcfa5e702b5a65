import { useId, useState } from 'preact/hooks';
import type { Mapping } from '../../../core/mapping';
import type { Reading } from '../../../core/reading';
import { formatDay, formatList, formatPlain } from '../../../i18n/format';
import { exampleAs } from '../../../ingest/mapping/questions/example-as';
import { idQuestion } from '../../../ingest/mapping/questions/id-question';
import { questionsOf, type ReadingQuestion } from '../../../ingest/mapping/questions/questions-of';
import { amountsIn, variantOf } from '../../../ingest/mapping/questions/variant-of';
import { withAnswer } from '../../../ingest/mapping/questions/with-answer';
import type { TableSurvey } from '../../../ingest/survey';
import { Field } from '../../parts/field';
import { SelectField } from '../../parts/select-field';
import { TextInput } from '../../parts/text-input';
import { locale } from '../../state/locale';
import { workspace } from '../../state/workspace';
import { dataText } from './data-text';
import { IdSpaceQuestion } from './id-space-question';
import {
  answerCurrencyEverywhere,
  isAnswered,
  isIdAnswered,
  otherSpaces,
  type TableDraft,
} from './import-desk';

/** What the file leaves open: asked once for the table, each with an example out of it. */
export function MappingQuestions(props: {
  readonly draft: TableDraft;
  readonly survey: TableSurvey;
  readonly proposal: Mapping;
  readonly sourceKey: number;
  readonly onEdit: (edit: (draft: TableDraft) => TableDraft) => void;
}) {
  const { draft, survey, proposal, onEdit } = props;
  const questions = questionsOf(draft.mapping, survey);
  const ids = idQuestion(draft.mapping, proposal, otherSpaces(props.sourceKey, draft.tableIndex));
  if (questions.length === 0 && ids === null) return null;
  const unsaid = ids !== null && !isIdAnswered(ids, draft) ? 1 : 0;
  const open = unsaid + questions.filter((q) => !isAnswered(q, draft)).length;
  return (
    <div class="mapping-questions">
      {open > 0 && <p class="strong">{dataText.value.ask.title(open)}</p>}
      {ids !== null && (
        <IdSpaceQuestion question={ids} draft={draft} own={proposal.idSpace} onEdit={onEdit} />
      )}
      {questions.map((question) =>
        question.kind === 'currency' ? (
          <CurrencyQuestion key="currency" headers={question.headers} draft={draft} onEdit={onEdit} />
        ) : (
          <ReadingChoice
            key={`${question.kind}:${question.sources.join()}`}
            question={question}
            draft={draft}
            survey={survey}
            onEdit={onEdit}
          />
        ),
      )}
    </div>
  );
}

function ReadingChoice(props: {
  readonly question: ReadingQuestion;
  readonly draft: TableDraft;
  readonly survey: TableSurvey;
  readonly onEdit: (edit: (draft: TableDraft) => TableDraft) => void;
}) {
  const { question, draft, survey, onEdit } = props;
  const name = useId();
  const t = dataText.value.ask;
  const lang = locale.value;
  const answered = isAnswered(question, draft);
  const asked = { order: t.dates, decimal: t.decimals, scale: t.scales };
  const current = draft.mapping.columns.find((m) => m.source === question.sources[0])?.reading;

  return (
    <fieldset class="mapping-question">
      <legend>{asked[question.kind](question.example)}</legend>
      <p class="ink-soft data">{t.columns(question.headers.length, quoted(question.headers))}</p>
      <div class="mapping-answers">
        {question.readings.map((reading) => {
          const variant = variantOf(reading);
          const meaning = exampleAs(question.example, reading);
          const label = answerLabel(question.kind, reading);
          const said = t.readAs(
            question.kind === 'order' ? formatDay(lang, meaning) : formatPlain(lang, meaning),
          );
          return (
            <label class="mapping-answer" key={variant}>
              <input
                type="radio"
                name={name}
                checked={answered && current !== undefined && variantOf(current) === variant}
                onChange={() =>
                  onEdit((d) => ({ ...d, mapping: withAnswer(d.mapping, survey, question, variant) }))
                }
              />
              <span>{label === null ? said : `${label}: ${said}`}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** What an answer is called beside what it makes of the example. */
function answerLabel(kind: 'order' | 'decimal' | 'scale', reading: Reading): string | null {
  const t = dataText.value.ask;
  if (reading.kind === 'date' && kind === 'order')
    return { dmy: t.dayFirst, mdy: t.monthFirst, ymd: t.yearFirst }[reading.order as 'dmy' | 'mdy' | 'ymd'];
  if (kind !== 'scale' || reading.kind !== 'money') return null;
  return { whole: t.scaleUnits, minor: t.scaleMinor, micros: t.scaleMicros }[amountsIn(reading) ?? 'whole'];
}

function quoted(headers: readonly string[]): string {
  const t = dataText.value.ask;
  return formatList(locale.value, headers.map(t.quoted));
}

const COMMON = ['PLN', 'EUR', 'USD', 'GBP', 'CZK', 'SEK', 'NOK', 'DKK', 'HUF', 'RON', 'CHF', 'UAH'] as const;
const NO_CURRENCY = 'currency:none';

function CurrencyQuestion(props: {
  readonly headers: readonly string[];
  readonly draft: TableDraft;
  readonly onEdit: (edit: (draft: TableDraft) => TableDraft) => void;
}) {
  const { draft, onEdit } = props;
  const t = dataText.value.ask;
  const lang = locale.value;
  const [other, setOther] = useState<string | null>(null);
  const held = (workspace.value?.currencies ?? []).map((c) => c.code).filter((code) => code !== '');
  const codes = [...new Set([...held, ...COMMON])];
  const names = new Intl.DisplayNames([lang], { type: 'currency' });
  const { currency } = draft.mapping;
  const value = other !== null ? 'other' : (currency ?? (draft.answered.includes(NO_CURRENCY) ? 'none' : ''));

  const choose = (code: string | null, none: boolean) =>
    onEdit((d) => ({
      ...d,
      mapping: { ...d.mapping, currency: code },
      answered: none
        ? [...d.answered.filter((a) => a !== NO_CURRENCY), NO_CURRENCY]
        : d.answered.filter((a) => a !== NO_CURRENCY),
    }));

  return (
    <div class="mapping-question">
      <SelectField
        label={t.currency}
        hint={<span class="data">{t.currencyHint(props.headers.length, quoted(props.headers))}</span>}
        value={value}
        options={[
          ...(value === '' ? [{ value: '', label: t.choose }] : []),
          ...[...new Set([...codes, ...(currency && other === null ? [currency] : [])])].map((code) => ({
            value: code,
            label: `${code} – ${names.of(code) ?? code}`,
          })),
          { value: 'other', label: t.currencyOther },
          { value: 'none', label: t.currencyNone },
        ]}
        onChange={(next) => {
          setOther(next === 'other' ? '' : null);
          if (next === 'other' || next === '') choose(null, false);
          else if (next === 'none') choose(null, true);
          else {
            choose(next, false);
            answerCurrencyEverywhere(next);
          }
        }}
      />
      {other !== null && (
        <Field
          label={t.currencyCode}
          {...(other !== '' && currency === null ? { error: t.currencyCodeError } : {})}
        >
          {(ids) => (
            <TextInput
              ids={ids}
              width="short"
              maxLength={3}
              value={other}
              onInput={(typed) => {
                const code = typed.trim().toUpperCase();
                setOther(code);
                choose(/^[A-Z]{3}$/.test(code) ? code : null, false);
              }}
            />
          )}
        </Field>
      )}
    </div>
  );
}
