import { useEffect, useState } from 'preact/hooks';
import { formatNumber, formatPercent } from '../../../../i18n/format';
import type { Rule } from '../../../../segments/rule';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { Field } from '../../../parts/field';
import { announce } from '../../../parts/live-region';
import { TextInput } from '../../../parts/text-input';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { goTo } from '../../../state/route';
import { asOf, reportingCurrency } from '../../../state/settings';
import { PeopleList } from '../people-list';
import { segmentsChanged } from '../segments-model';
import { words } from './words';

/** People that a rule holds for: how many, who, and kept as a segment under a name. */
export function RuleResult(props: {
  readonly title: string;
  readonly detail?: string;
  readonly rule: Rule;
  readonly count: number;
  readonly population: number;
  /** What the segment is called unless the person says otherwise. */
  readonly name: string;
  readonly onClose?: () => void;
}) {
  const { rule, count, population } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const [saved, setSaved] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const key = JSON.stringify(rule);
  useEffect(() => {
    setTyped(null);
    setSaved(null);
    setError(null);
  }, [key]);
  const t = words.value.result;
  const lang = locale.value;
  const name = typed ?? props.name;
  const at = { asOf: asOf.value, currency: reportingCurrency.value };

  const onSave = async () => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    setError(null);
    try {
      const segment = await engine().saveSegment({ name: name.trim(), description: t.description, rule });
      setSaved({ id: segment.id, name: name.trim() });
      announce(t.saved(name.trim()));
      segmentsChanged();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section class="set-result" aria-label={props.title}>
      <header class="set-result-head">
        <h3 class="data" dir="auto">
          {props.title}
        </h3>
        {props.onClose && (
          <Button kind="quiet" size="s" onClick={props.onClose}>
            {t.close}
          </Button>
        )}
      </header>
      {props.detail !== undefined && <p class="ink-soft text-s">{props.detail}</p>}
      <p>
        <span class="strong">{t.count(count)}</span>{' '}
        <span class="ink-soft">
          {t.share(
            formatPercent(lang, population === 0 ? null : count / population, 1),
            formatNumber(lang, population),
          )}
        </span>
      </p>
      {error !== null && <ErrorNotice error={error} />}
      {saved === null ? (
        <form
          class="set-save"
          onSubmit={(event) => {
            event.preventDefault();
            void onSave();
          }}
        >
          <Field label={t.name} error={name.trim() === '' ? t.nameMissing : undefined}>
            {(ids) => <TextInput ids={ids} width="wide" value={name} maxLength={200} onInput={setTyped} />}
          </Field>
          <Button kind="primary" type="submit" disabled={busy}>
            {t.save}
          </Button>
        </form>
      ) : (
        <p class="set-saved">
          <span>✓ {t.saved(saved.name)}</span>
          <Button size="s" onClick={() => goTo('segments', saved.id)}>
            {t.open}
          </Button>
        </p>
      )}
      <div>
        <Button size="s" expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? t.hidePeople : t.showPeople}
        </Button>
      </div>
      {shown && (
        <PeopleList
          caption={`${t.people}: ${props.title}`}
          none={t.nobody}
          exportLabel={t.export}
          of={JSON.stringify([key, at, count])}
          load={(offset, limit, signal) => engine().ruleMembers({ rule, ...at, offset, limit }, { signal })}
          exportAs={(format) => engine().exportRuleMembers({ rule, ...at, name: name.trim(), format })}
        />
      )}
    </section>
  );
}
