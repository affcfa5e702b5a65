import { useEffect, useRef, useState } from 'preact/hooks';
import type { PersonKeyRef } from '../../../../core/join-decision';
import { JOINED_ON, type JoinedOn } from '../../../../ingest/joins/match-report';
import type { JoinedPersonRow, MatchAccount } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { Field } from '../../../parts/field';
import { Pager } from '../../../parts/pager';
import { SelectField } from '../../../parts/select-field';
import { Table } from '../../../parts/table';
import { TextInput } from '../../../parts/text-input';
import { engine } from '../../../state/engine';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { joinsText, keyText, sourceText } from './joins-text';
import { WhoIsWho } from './who-is-who';

const PAGE = 25;

/** Everybody known to several exports, to be found and looked into. */
export function JoinedList(props: { readonly report: MatchAccount }) {
  const { report } = props;
  const [query, setQuery] = useState('');
  const [on, setOn] = useState<JoinedOn | 'any'>('any');
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<PersonKeyRef | null>(null);
  const t = joinsText.value;
  const call = useAnswer({ version: report.dataVersion, query, on, offset }, (ask, signal) =>
    engine().joinedPeople(
      { query: ask.query, on: ask.on === 'any' ? null : ask.on, offset: ask.offset, limit: PAGE },
      { signal },
    ),
  );
  const page = call.value.value;
  const named = (places: readonly number[]) =>
    places
      .flatMap((at) => (report.sources[at] === undefined ? [] : [sourceText(report.sources[at])]))
      .join(' · ');
  const label = (row: JoinedPersonRow) => row.name ?? keyText(row.ref);
  return (
    <div class="matching-list">
      <div class="matching-filters">
        <Field label={t.joined.search}>
          {(ids) => (
            <TextInput
              ids={ids}
              type="search"
              value={query}
              onInput={(next) => {
                setQuery(next);
                setOffset(0);
              }}
            />
          )}
        </Field>
        <SelectField
          label={t.joined.on}
          value={on}
          options={[
            { value: 'any' as const, label: t.joined.anyKey },
            ...JOINED_ON.filter((key) => report.on.some((found) => found.key === key)).map((key) => ({
              value: key,
              label: t.keys[key],
            })),
          ]}
          onChange={(next) => {
            setOn(next);
            setOffset(0);
          }}
        />
      </div>
      <CallState call={call} hasValue={page !== null} />
      {chosen && <Person of={chosen} report={report} onClose={() => setChosen(null)} />}
      {page?.total === 0 && <p class="ink-soft">{t.joined.none}</p>}
      {page && page.people.length > 0 && (
        <Table
          caption={t.tabs.people}
          stale={call.busy.value}
          rows={page.people}
          rowKey={(row) => JSON.stringify(row.ref)}
          columns={[
            {
              id: 'person',
              header: t.joined.person,
              rowHeader: true,
              cell: (row) => (
                <span class="data" dir="auto">
                  {label(row)}
                  {row.name !== null && <span class="ink-soft"> {keyText(row.ref)}</span>}
                </span>
              ),
              copy: (row) => `${label(row)} ${row.ref.value}`,
            },
            {
              id: 'by',
              header: t.joined.by,
              cell: (row) => row.on.map((key) => t.keys[key]).join(', '),
              copy: (row) => row.on.map((key) => t.keys[key]).join(', '),
            },
            {
              id: 'where',
              header: t.joined.where,
              cell: (row) => <span class="data">{named(row.sources)}</span>,
              copy: (row) => named(row.sources),
            },
            {
              id: 'look',
              header: t.joined.look,
              hideHeader: true,
              cell: (row) => (
                <Button
                  size="s"
                  kind="quiet"
                  label={t.joined.lookOf(label(row))}
                  onClick={() => setChosen(row.ref)}
                >
                  {t.joined.look}
                </Button>
              ),
            },
          ]}
        />
      )}
      {page && (
        <Pager
          offset={offset}
          shown={page.people.length}
          total={page.total}
          page={PAGE}
          onOffset={setOffset}
        />
      )}
    </div>
  );
}

function Person(props: {
  readonly of: PersonKeyRef;
  readonly report: MatchAccount;
  readonly onClose: () => void;
}) {
  const { of, report } = props;
  const t = joinsText.value;
  const call = useAnswer({ version: report.dataVersion, of }, (ask, signal) =>
    engine().joinedPerson({ key: ask.of }, { signal }),
  );
  const person = call.value.value;
  const answered = call.answered.value !== null;
  const heading = useRef<HTMLHeadingElement>(null);
  // Opened from further down: go where it is.
  useEffect(() => heading.current?.focus(), [of]);
  return (
    <section class="matching-person" aria-label={keyText(of)}>
      <div class="matching-person-head">
        <h2 class="data" dir="auto" tabIndex={-1} ref={heading}>
          {person?.name ?? keyText(of)}
        </h2>
        <Button size="s" kind="quiet" onClick={props.onClose}>
          {t.joined.close}
        </Button>
      </div>
      <CallState call={call} hasValue={answered} />
      {answered && person === null && <p class="ink-soft">{t.joined.gone}</p>}
      {person && (
        <>
          {person.links.length > 0 && (
            <div>
              <p class="strong">{t.joined.links}</p>
              <ul>
                {person.links.map((link) => (
                  <li key={`${link.key} ${link.value}`} class="data" dir="auto">
                    {t.joined.inSources(
                      keyText(link),
                      link.sources
                        .flatMap((at) =>
                          report.sources[at] === undefined ? [] : [sourceText(report.sources[at])],
                        )
                        .join(' · '),
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {person.parts.length === 1 && <p class="ink-soft">{t.joined.oneKey}</p>}
          <WhoIsWho
            key={JSON.stringify([of, report.dataVersion])}
            people={person.parts}
            together
            shared={person.parts.length === 1 && isContact(person.ref) ? person.ref : null}
          />
          {person.partsTotal > person.parts.length && (
            <p class="ink-soft">{t.joined.moreParts(person.partsTotal - person.parts.length)}</p>
          )}
        </>
      )}
    </section>
  );
}

const isContact = ({ key }: PersonKeyRef): boolean => key === 'email' || key === 'phone';
