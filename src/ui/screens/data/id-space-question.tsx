import { useId } from 'preact/hooks';
import { formatList } from '../../../i18n/format';
import { type IdQuestion, OWN_NUMBERS } from '../../../ingest/mapping/questions/id-question';
import { locale } from '../../state/locale';
import { dataText } from './data-text';
import type { TableDraft } from './import-desk';

/** Whose numbers these are: asked once, where another table has ids of the same kind. */
export function IdSpaceQuestion(props: {
  readonly question: IdQuestion;
  readonly draft: TableDraft;
  readonly own: string;
  readonly onEdit: (edit: (draft: TableDraft) => TableDraft) => void;
}) {
  const { question, draft, own, onEdit } = props;
  const name = useId();
  const t = dataText.value.ask;
  const { idSpace } = draft.mapping;
  const choose = (space: string) =>
    onEdit((d) => ({
      ...d,
      mapping: { ...d.mapping, idSpace: space },
      answered: [...d.answered.filter((a) => a !== OWN_NUMBERS), ...(space === own ? [OWN_NUMBERS] : [])],
    }));
  return (
    <fieldset class="mapping-question">
      <legend class="data">{t.ids(formatList(locale.value, question.headers.map(t.quoted)))}</legend>
      <p class="ink-soft">{t.idsHint}</p>
      <div class="mapping-answers">
        {question.spaces.map(({ space, name: table }) => (
          <label class="mapping-answer" key={space}>
            <input type="radio" name={name} checked={idSpace === space} onChange={() => choose(space)} />
            <span class="data" dir="auto">
              {t.idsOf(table)}
            </span>
          </label>
        ))}
        <label class="mapping-answer">
          <input
            type="radio"
            name={name}
            checked={draft.answered.includes(OWN_NUMBERS)}
            onChange={() => choose(own)}
          />
          <span>{t.idsOwn}</span>
        </label>
      </div>
    </fieldset>
  );
}
