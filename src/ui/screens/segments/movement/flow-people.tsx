import { useEffect, useState } from 'preact/hooks';
import type { Movement } from '../../../../compare/movement/movement';
import type { Label, Locale } from '../../../../core/label';
import { en } from '../../../../i18n/en/movement';
import { formatDay, formatPercent } from '../../../../i18n/format';
import { pl } from '../../../../i18n/pl/movement';
import type { FlowPeople as FlowPage, SavedFlow } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { Disclosure } from '../../../parts/disclosure';
import { ErrorNotice } from '../../../parts/error-notice';
import { Field } from '../../../parts/field';
import { announce } from '../../../parts/live-region';
import { Notice } from '../../../parts/notice';
import { SelectField } from '../../../parts/select-field';
import { TextInput } from '../../../parts/text-input';
import { engine } from '../../../state/engine';
import { goTo } from '../../../state/route';
import { labelText, text } from '../../../state/text';
import { PeopleList } from '../people-list';
import { segmentsChanged } from '../segments-model';
import { flowName, moneyFormat } from './flow-figure';
import { picked } from './movement-model';
import { stateName } from './state-name';
import { words } from './words';

/** One flow: what it is worth, who is in it, and keeping them as a segment. */
export function FlowPeople(props: { readonly movement: Movement; readonly locale: Locale }) {
  const { movement, locale } = props;
  const [page, setPage] = useState<FlowPage | null>(null);
  const t = words.value;
  const pick = picked.value;
  const flow = movement.flows.find(
    (f) => movement.states[f.from]?.id === pick?.from && movement.states[f.to]?.id === pick?.to,
  );
  const key = JSON.stringify([movement.request, movement.dataVersion, pick]);
  useEffect(() => setPage(null), [key]);
  if (!pick || !flow) return <p class="ink-soft">{t.behind.none}</p>;

  const from = movement.states[flow.from];
  const money = moneyFormat(movement, locale);
  const name = flowName(movement, flow);
  const orders = (v: number) => text.value.count.orders(v);
  const revenue = (minor: number | null) => (minor === null ? t.behind.noRevenue : money(minor));
  const request = { movement: movement.request, ...pick };
  return (
    <section class="flow-people" aria-label={name}>
      <header class="flow-people-head">
        <h2 class="data" dir="auto">
          {name}
        </h2>
        <Button
          kind="quiet"
          size="s"
          onClick={() => {
            picked.value = null;
          }}
        >
          {t.behind.close}
        </Button>
      </header>
      <ul class="flow-facts">
        <li>
          <span class="strong">{t.behind.people(flow.people)}</span>
          {`, ${t.behind.share(formatPercent(locale, flow.shareOfFrom, 1), stateName(from))}`}
        </li>
        <li>{t.behind.between(revenue(flow.between.revenueMinor), orders(flow.between.orders))}</li>
        <li>{t.behind.before(revenue(flow.before.revenueMinor), orders(flow.before.orders))}</li>
        {flow.between.leftOut + flow.before.leftOut > 0 && (
          <li class="ink-soft">{t.matrix.leftOut(flow.between.leftOut + flow.before.leftOut)}</li>
        )}
      </ul>
      <KeepFlow key={key} movement={movement} page={page} locale={locale} />
      <PeopleList
        caption={t.behind.list}
        none={t.behind.empty}
        exportLabel={t.behind.export}
        of={key}
        load={(offset, limit, signal) => engine().flowPeople({ ...request, offset, limit }, { signal })}
        onPage={(next: FlowPage) => setPage(next)}
        exportAs={(format) => engine().exportFlow({ ...request, name: fullName(movement, pick), format })}
      />
    </section>
  );
}

/** In both languages, with the days: what the file says its people are. */
function fullName(movement: Movement, pick: { readonly from: string; readonly to: string }): Label {
  const said = (of: Locale) => {
    const t = of === 'pl' ? pl : en;
    const name = (id: string) => {
      const state = movement.states.find((s) => s.id === id);
      return !state || state.kind === 'group' ? (state?.name?.[of] ?? id) : t.state[state.kind];
    };
    const days = [movement.request.from, movement.request.to].map((at) => formatDay(of, at));
    return t.behind.segmentName(name(pick.from), name(pick.to), days.join(' – '));
  };
  return { en: said('en'), pl: said('pl') };
}

function KeepFlow(props: {
  readonly movement: Movement;
  readonly locale: Locale;
  readonly page: FlowPage | null;
}) {
  const { movement, page, locale } = props;
  const t = words.value.behind;
  const pick = picked.value;
  const [typed, setTyped] = useState<string | null>(null);
  const [as, setAs] = useState<'rule' | 'list'>('rule');
  const [saved, setSaved] = useState<SavedFlow | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (!pick) return null;
  const name = typed ?? labelText(fullName(movement, pick));
  const noRule = page !== null && page.sentence === null;
  const how = noRule ? 'list' : as;
  const nameOf = (id: string) => stateName(movement.states.find((s) => s.id === id));
  const day = (at: number) => formatDay(locale, at);

  const onSave = async () => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    setError(null);
    try {
      const done = await engine().saveFlow({
        movement: movement.request,
        ...pick,
        as: how,
        name: name.trim(),
        description: t.description(
          nameOf(pick.from),
          day(movement.request.from),
          nameOf(pick.to),
          day(movement.request.to),
        ),
      });
      setSaved(done);
      announce(t.saved(name.trim()));
      segmentsChanged();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Disclosure summary={t.save}>
      <form
        class="flow-keep"
        onSubmit={(event) => {
          event.preventDefault();
          void onSave();
        }}
      >
        <Field label={t.name} error={name.trim() === '' ? t.nameMissing : undefined}>
          {(ids) => <TextInput ids={ids} width="wide" value={name} maxLength={200} onInput={setTyped} />}
        </Field>
        <SelectField
          label={t.how}
          hint={noRule ? t.noRule : page?.sentence ? labelText(page.sentence) : undefined}
          value={how}
          options={[
            { value: 'rule', label: t.asRule, disabled: noRule },
            { value: 'list', label: t.asList },
          ]}
          onChange={setAs}
        />
        <Button kind="primary" type="submit" disabled={busy || page === null}>
          {t.saveButton}
        </Button>
      </form>
      {error !== null && <ErrorNotice error={error} />}
      {saved && (
        <Notice
          tone="done"
          title={t.saved(labelText(saved.segment.name))}
          {...(saved.unnamed > 0 ? { kept: t.unnamed(saved.unnamed) } : {})}
          actions={
            <Button size="s" onClick={() => goTo('segments', saved.segment.id)}>
              {t.show}
            </Button>
          }
        />
      )}
    </Disclosure>
  );
}
