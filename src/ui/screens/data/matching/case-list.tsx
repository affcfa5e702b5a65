import { useState } from 'preact/hooks';
import type { JoinCaseView } from '../../../../protocol/engine-api';
import { Disclosure } from '../../../parts/disclosure';
import { Pager } from '../../../parts/pager';
import { SelectField } from '../../../parts/select-field';
import { engine } from '../../../state/engine';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { joinsText, keyText } from './joins-text';
import { WhoIsWho } from './who-is-who';

const PAGE = 10;

/** Keys that could not tell whose they are, each to be opened and settled. */
export function CaseList(props: { readonly version: number }) {
  const [state, setState] = useState<'open' | 'settled'>('open');
  const [offset, setOffset] = useState(0);
  const t = joinsText.value.cases;
  const call = useAnswer({ version: props.version, state, offset }, (ask, signal) =>
    engine().joinCases({ state: ask.state, offset: ask.offset, limit: PAGE }, { signal }),
  );
  const page = call.value.value;
  // Settling the last one of a page leaves it empty.
  if (page !== null && page.cases.length === 0 && offset > 0) setOffset(Math.max(0, offset - PAGE));
  return (
    <div class="matching-list">
      <SelectField
        label={t.show}
        value={state}
        options={[
          { value: 'open', label: t.open },
          { value: 'settled', label: t.settled },
        ]}
        onChange={(next) => {
          setState(next);
          setOffset(0);
        }}
      />
      <CallState call={call} hasValue={page !== null} />
      {page?.total === 0 && <p class="ink-soft">{t.none}</p>}
      {page && page.cases.length > 0 && (
        <ul class="cases">
          {page.cases.map((found) => (
            <li key={found.id}>
              <Case found={found} first={found === page.cases[0]} />
            </li>
          ))}
        </ul>
      )}
      {page && (
        <Pager
          offset={offset}
          shown={page.cases.length}
          total={page.total}
          page={PAGE}
          onOffset={setOffset}
        />
      )}
    </div>
  );
}

function Case(props: { readonly found: JoinCaseView; readonly first: boolean }) {
  const { found } = props;
  const t = joinsText.value;
  const [key] = found.keys;
  if (key === undefined) return null;
  const beyond = found.peopleTotal - found.people.filter((p) => !p.keyOnly).length;
  const contact =
    found.keys.length === 1 && key.key !== 'orderId'
      ? { key: key.key, space: key.space, value: key.value }
      : null;
  return (
    <Disclosure
      open={props.first}
      summary={
        <span class="data" dir="auto">
          {t.cases.title[found.reason](
            t.keys[key.key],
            keyText(key).slice(t.keys[key.key].length + 1),
            found.peopleTotal,
          )}
        </span>
      }
    >
      <div class="case">
        <p class="ink-soft">{t.cases.why[found.reason]}</p>
        {found.keys.length > 1 && (
          <p class="ink-soft data" dir="auto">
            {t.cases.also(found.keys.map(keyText).join(' · '))}
          </p>
        )}
        <WhoIsWho people={found.people} together={false} shared={contact} />
        {beyond > 0 && <p class="ink-soft">{t.cases.morePeople(beyond)}</p>}
      </div>
    </Disclosure>
  );
}
