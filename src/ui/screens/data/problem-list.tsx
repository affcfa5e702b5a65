import type { Problem } from '../../../core/problem';
import { dataText, problemText } from './data-text';

const SHOWN = 20;

/** Each problem as its sentence, the first few of many. `total` is how many there are beyond those held. */
export function ProblemList(props: { readonly problems: readonly Problem[]; readonly total?: number }) {
  const { problems } = props;
  const rest = (props.total ?? problems.length) - Math.min(SHOWN, problems.length);
  return (
    <ul class="problem-list">
      {problems.slice(0, SHOWN).map((problem, i) => (
        <li key={`${problem.code}-${problem.row ?? ''}-${i}`} class="data">
          {problemText.value[problem.code](problem)}
        </li>
      ))}
      {rest > 0 && <li class="ink-soft">{dataText.value.table.moreProblems(rest)}</li>}
    </ul>
  );
}
