import { useEffect, useRef, useState } from 'preact/hooks';
import { isAbort } from '../../../../core/app-error';
import { formatDay } from '../../../../i18n/format';
import type { MemberRow, PersonExplained } from '../../../../protocol/engine-api';
import type { Rule } from '../../../../segments/rule/rule';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { announce } from '../../../parts/live-region';
import { TextInput } from '../../../parts/text-input';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { asOf, reportingCurrency } from '../../../state/settings';
import { text } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { builderText } from '../rule-builder-text';
import { ErasePerson } from './erase-person';
import './person-why.css';
import { TraceTree } from './trace-tree';

const FOUND = 8;

/** Why one person is in or not, clause by clause; picked from a list beside it, or looked up. */
export function PersonWhy(props: {
  /** Null while it can't run. */
  readonly rule: Rule | null;
  readonly person: MemberRow | null;
  readonly onPerson: (person: MemberRow | null) => void;
}) {
  const { rule, person, onPerson } = props;
  const t = builderText.value.why;
  const [typed, setTyped] = useState('');
  const found = useFound(typed);
  const { explained, error, busy } = useExplained(rule, person);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = person === null ? '' : (person.name ?? person.label);

  const open = useRef(false);
  useEffect(() => {
    // Left or erased, the person takes the button in hand away with them.
    const lost = open.current && document.activeElement === document.body;
    if (person !== null || lost) heading.current?.focus();
    open.current = person !== null;
  }, [person?.person]);

  return (
    <section class="person-why" aria-label={t.title}>
      <h3 ref={heading} tabIndex={-1}>
        {person === null ? t.title : t.of(name)}
      </h3>
      <search class="person-why-search">
        <TextInput
          type="search"
          width="wide"
          label={t.search}
          placeholder={t.search}
          value={typed}
          onInput={setTyped}
        />
        {found !== null && (
          <>
            <p class="ink-soft" role="status">
              {found.total === 0 ? t.none(typed.trim()) : t.found(found.rows.length, found.total)}
            </p>
            <ul class="person-why-found">
              {found.rows.map((row) => (
                <li key={row.person}>
                  <Button
                    kind="quiet"
                    size="s"
                    onClick={() => {
                      setTyped('');
                      onPerson(row);
                    }}
                  >
                    <span class="data" dir="auto">
                      {[...new Set([row.name, row.email, row.label].filter((x) => x !== null))].join(' · ')}
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </search>
      {person === null && found === null && <p class="ink-soft">{t.pick}</p>}
      {error !== null && <ErrorNotice error={error} />}
      {person !== null && explained === null && error === null && rule !== null && (
        <p class="ink-soft">{text.value.loading}</p>
      )}
      {person !== null && explained !== null && (
        <div class={busy || rule === null ? 'person-why-stale' : undefined} aria-busy={busy || undefined}>
          {explained.there ? (
            <>
              <p class="strong">{t.whole[explained.trace.told](name)}</p>
              <TraceTree trace={explained.trace} currency={explained.currency} />
            </>
          ) : (
            <p>{t.notThere(formatDay(locale.value, explained.asOf))}</p>
          )}
          <div class="person-why-foot">
            <Button kind="quiet" size="s" onClick={() => onPerson(null)}>
              {t.close}
            </Button>
            <ErasePerson key={person.person} person={person} onErased={() => onPerson(null)} />
          </div>
        </div>
      )}
    </section>
  );
}

interface Found {
  readonly total: number;
  readonly rows: readonly MemberRow[];
}

function useFound(typed: string): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  const at = asOf.value;
  useEffect(() => {
    if (typed.trim() === '') {
      setFound(null);
      return;
    }
    const controller = new AbortController();
    engine()
      .findPeople({ typed, asOf: at, limit: FOUND }, { signal: controller.signal })
      .then(
        (answer) => {
          if (!controller.signal.aborted) setFound(answer);
        },
        () => {
          if (!controller.signal.aborted) setFound({ total: 0, rows: [] });
        },
      );
    return () => controller.abort();
  }, [typed, at]);
  return found;
}

function useExplained(rule: Rule | null, person: MemberRow | null) {
  const [explained, setExplained] = useState<PersonExplained | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const at = asOf.value;
  const currency = reportingCurrency.value;
  const dataVersion = workspace.value?.dataVersion;
  useEffect(() => {
    setError(null);
    if (person === null) setExplained(null);
    if (rule === null || person === null || dataVersion === undefined) return;
    const controller = new AbortController();
    setBusy(true);
    engine()
      .explainPerson(
        { rule, person: person.person, dataVersion, asOf: at, currency },
        { signal: controller.signal },
      )
      .then(
        (answer) => {
          if (controller.signal.aborted) return;
          setExplained(answer);
          setBusy(false);
          announce(builderText.value.why.whole[answer.trace.told](answer.person.name ?? answer.person.label));
        },
        (caught: unknown) => {
          if (controller.signal.aborted || isAbort(caught)) return;
          setBusy(false);
          setExplained(null);
          setError(caught);
        },
      );
    return () => controller.abort();
  }, [rule, person?.person, at, currency, dataVersion]);
  return { explained, error, busy };
}
