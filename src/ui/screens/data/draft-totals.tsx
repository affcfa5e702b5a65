import type { Mapping } from '../../../core/mapping';
import { engine } from '../../state/engine';
import { useAnswer } from '../compare/use-answer';
import { noteText } from './note-text';
import { ReconciliationTable } from './reconciliation-table';

/**
 * What a table would add up to beside its source's own totals, and what is known of how whole it is, before it is
 * kept. What can't be worked out says nothing: the passport does, once it is kept.
 */
export function DraftTotals(props: {
  readonly surveyId: string;
  readonly tableIndex: number;
  readonly mapping: Mapping;
}) {
  const call = useAnswer(props, (request, signal) => engine().previewTotals(request, { signal }));
  const found = call.value.value;
  if (found === null || (found.reconciliation.length === 0 && found.notes.length === 0)) return null;
  return (
    <div class="draft-totals" aria-busy={call.busy.value}>
      {found.notes.length > 0 && (
        <ul>
          {found.notes.map((note) => (
            <li key={note.code}>{noteText(note)}</li>
          ))}
        </ul>
      )}
      {found.reconciliation.length > 0 && <ReconciliationTable reconciliation={found.reconciliation} />}
    </div>
  );
}
