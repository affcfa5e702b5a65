import { useState } from 'preact/hooks';
import type { PersonKeyRef } from '../../../../core/join-decision';
import { formatDay, formatNumber } from '../../../../i18n/format';
import type { CandidateView, JoinRowView } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { Select } from '../../../parts/select';
import { locale } from '../../../state/locale';
import { groupsOf, OWN } from './groups-of';
import { fieldText, joinsText, keyText } from './joins-text';
import { settle, settling } from './settling';

/**
 * People side by side, with their rows: all one, all different, or as the letters say. `together`: as it is now,
 * all are one person.
 */
export function WhoIsWho(props: {
  readonly people: readonly CandidateView[];
  readonly together: boolean;
  /** The key that would be called shared, where that can be said. */
  readonly shared: PersonKeyRef | null;
}) {
  const { people, together, shared } = props;
  const initial = people.map((p, i) => (p.keyOnly ? OWN : (LETTERS[together ? 0 : i] ?? OWN)));
  const [letters, setLetters] = useState<readonly string[]>(initial);
  const t = joinsText.value.who;
  const busy = settling.value !== null;
  const known = people.filter((p) => !p.keyOnly);
  const all = (same: boolean) =>
    settle({
      kind: 'people',
      groups: same ? [people.map((p) => p.ref)] : known.map((p) => [p.ref]),
    });
  const chosen = groupsOf(people, letters);
  const changed = letters.some((letter, i) => letter !== initial[i]);
  // With two and nobody known by the key alone, the two buttons say all there is to say.
  const fine = people.length > 2;
  return (
    <div class="who">
      {fine && <p class="ink-soft">{t.hint}</p>}
      <ul class="who-people">
        {people.map((person, i) => (
          <li key={`${person.ref.key} ${person.ref.space} ${person.ref.value}`} class="who-person">
            <div class="who-head">
              <div class="who-words">
                <p class="strong data" dir="auto">
                  {person.keyOnly
                    ? `${t.keyOnly}: ${keyText(person.ref)}`
                    : (person.name ?? keyText(person.ref))}
                </p>
                {!person.keyOnly && (
                  <p class="ink-soft data" dir="auto">
                    {t.knownBy}: {person.keys.map(keyText).join(' · ')}
                  </p>
                )}
              </div>
              {fine && (
                <Select
                  size="s"
                  label={t.is(person.name ?? keyText(person.ref))}
                  disabled={busy}
                  value={letters[i] ?? OWN}
                  options={[
                    ...people.flatMap((_, at) => {
                      const letter = LETTERS[at];
                      return letter === undefined ? [] : [{ value: letter, label: t.person(letter) }];
                    }),
                    ...(person.keyOnly ? [{ value: OWN, label: t.own }] : []),
                  ]}
                  onChange={(letter) => setLetters(letters.map((l, at) => (at === i ? letter : l)))}
                />
              )}
            </div>
            <Rows rows={person.rows} total={person.rowsTotal} />
          </li>
        ))}
      </ul>
      <div class="who-actions">
        {!together && (
          <Button disabled={busy} onClick={() => void all(true)}>
            {t.same}
          </Button>
        )}
        {known.length > 1 && (
          <Button disabled={busy} onClick={() => void all(false)}>
            {t.different}
          </Button>
        )}
        {fine && (
          <Button
            disabled={busy || !changed || chosen === null}
            onClick={() => chosen && void settle({ kind: 'people', groups: chosen })}
          >
            {together ? t.apart : t.asChosen}
          </Button>
        )}
        {shared !== null && (
          <Button kind="quiet" disabled={busy} onClick={() => void settle({ kind: 'shared', key: shared })}>
            {known.length > 1 ? t.shared : t.sharedOne}
          </Button>
        )}
      </div>
    </div>
  );
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function Rows(props: { readonly rows: readonly JoinRowView[]; readonly total: number }) {
  const t = joinsText.value.who;
  const lang = locale.value;
  return (
    <ul class="who-rows">
      {props.rows.map((row) => (
        <li key={`${row.capture} ${row.row}`} class="data" dir="auto">
          <span class="ink-soft">
            {t.row(row.capture, formatNumber(lang, row.row))}
            {row.at !== null && `, ${formatDay(lang, row.at)}`}
          </span>{' '}
          {row.says.map(({ field, text }) => `${fieldText(field)}: ${text}`).join(' · ')}
        </li>
      ))}
      {props.total > props.rows.length && (
        <li class="ink-soft">{t.moreRows(props.total - props.rows.length)}</li>
      )}
    </ul>
  );
}
