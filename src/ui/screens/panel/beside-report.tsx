import { useState } from 'preact/hooks';
import type { BesideTable } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { classNames } from '../../parts/class-names';
import { ErrorNotice } from '../../parts/error-notice';
import { SelectField } from '../../parts/select-field';
import { engine } from '../../state/engine';
import { useAnswer } from '../compare/use-answer';
import { BesidePeople } from './beside-people';
import { BesideStandouts } from './beside-standouts';
import { BesideValuesList } from './beside-values-list';
import { besideWords } from './words';

const FEW = 8;
const MANY = 40;

/** The values of one dimension of the page's report, each against all other rows. */
export function BesideReport(props: {
  readonly table: BesideTable;
  readonly openWorkspace: (hash: string) => void;
}) {
  const { table } = props;
  const t = besideWords.value;
  const [wanted, setWanted] = useState<string | null>(null);
  const [many, setMany] = useState(false);
  const dimension = table.dimensions.find(({ id }) => id === wanted) ?? table.dimensions[0];
  const call = useAnswer(
    dimension === undefined
      ? null
      : { lookId: table.lookId, dimension: dimension.id, most: many ? MANY : FEW },
    (request, signal) => engine().besideValues(request, { signal }),
  );
  const values = call.value.value;
  if (dimension === undefined) return null;
  return (
    <>
      {table.dimensions.length > 1 && (
        <SelectField
          label={t.values.by}
          size="s"
          value={dimension.id}
          options={table.dimensions.map(({ id, header }) => ({ value: id, label: header }))}
          onChange={setWanted}
        />
      )}
      {call.error.value !== null && <ErrorNotice error={call.error.value} />}
      {values !== null && (
        <div class={classNames('beside-body', call.busy.value && 'beside-stale')}>
          <BesideStandouts values={values} />
          <BesideValuesList values={values} table={table} header={dimension.header} />
          {values.valuesInAll > FEW && (
            <Button size="s" kind="quiet" onClick={() => setMany(!many)}>
              {many ? t.values.fewer : t.values.more}
            </Button>
          )}
          {dimension.ofPeople !== null && (
            <BesidePeople
              lookId={table.lookId}
              dimension={dimension.id}
              values={values.values.map(({ value }) => value)}
              openWorkspace={props.openWorkspace}
            />
          )}
        </div>
      )}
    </>
  );
}
