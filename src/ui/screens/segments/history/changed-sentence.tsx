import { builderText } from '../rule-builder-text';
import { wordChanges } from './word-changes';

/** A sentence with what was put in and taken out since an earlier one, in words for who does not see it. */
export function ChangedSentence(props: { readonly before: string; readonly after: string }) {
  const t = builderText.value.history;
  return (
    <span class="data">
      {wordChanges(props.before, props.after).map(({ kind, text }, i) =>
        kind === 'same' ? (
          <span key={i}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={i}>
            <span class="only-read">{t.added}: </span>
            {text}
          </ins>
        ) : (
          <del key={i}>
            <span class="only-read">{t.removed}: </span>
            {text}
          </del>
        ),
      )}
    </span>
  );
}
