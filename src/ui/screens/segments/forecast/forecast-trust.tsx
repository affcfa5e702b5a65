import { formatDay, formatNumber, formatPercent } from '../../../../i18n/format';
import type { BackTestView } from '../../../../protocol/engine-api';
import type { Rule } from '../../../../segments/rule/rule';
import { Notice } from '../../../parts/notice';
import { Table } from '../../../parts/table';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { asOf, reportingCurrency } from '../../../state/settings';
import { workspace } from '../../../state/workspace';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { moneyText } from '../person-why/evidence-text';
import { type Prediction, predictionsIn } from './predictions-in';
import { forecastText } from './words';

/** For each forecast a rule asks for, how it did when it was made of the past alone. */
export function ForecastTrust(props: { readonly rule: Rule }) {
  const all = predictionsIn(props.rule);
  if (all.length === 0) return null;
  return (
    <section class="segment-part">
      <h3>{forecastText.value.test.title}</h3>
      {all.map((prediction) => (
        <Tested key={JSON.stringify(prediction)} prediction={prediction} />
      ))}
    </section>
  );
}

function Tested({ prediction }: { readonly prediction: Prediction }) {
  const t = forecastText.value.test;
  const lang = locale.value;
  const request = {
    prediction,
    asOf: asOf.value,
    currency: reportingCurrency.value,
    dataVersion: workspace.value?.dataVersion,
  };
  const call = useAnswer(request, ({ dataVersion: _, ...asked }: typeof request, signal) =>
    engine().backTest(asked, { signal }),
  );
  const view = call.value.value;
  const day = (at: number) => formatDay(lang, at);
  return (
    <div class="segment-part" aria-busy={call.busy.value || undefined}>
      <CallState call={call} hasValue={view !== null} />
      {view !== null && view.now !== null && (
        <p>{forecastText.value.nobody(forecastText.value.none[view.now])}</p>
      )}
      {view !== null && view.now === null && view.reason !== null && (
        <p>{t.tooLittle(day(view.cut), forecastText.value.none[view.reason])}</p>
      )}
      {view !== null && view.reason === null && (
        <>
          <p class="ink-soft">{t.how(day(view.cut), view.days, day(view.asOf), view.n)}</p>
          {view.verdict === 'better' ? (
            <Figures prediction={prediction} view={view} />
          ) : (
            <Notice tone="warning" title={t.noBetter.title}>
              {t.noBetter.text(
                amountIn(prediction, view)(view.error),
                amountIn(prediction, view)(view.plainError),
              )}
            </Notice>
          )}
        </>
      )}
    </div>
  );
}

function amountIn(prediction: Prediction, view: BackTestView): (value: number) => string {
  return prediction.of === 'value'
    ? (value) => moneyText(value, view.currency)
    : (value) => formatPercent(locale.value, value, 1);
}

interface TrustRow {
  readonly name: string;
  /** That it is the first or the last. */
  readonly end: string | null;
  readonly place: number;
  readonly n: number;
  readonly foretold: number;
  readonly came: number;
}

function Figures(props: { readonly prediction: Prediction; readonly view: BackTestView }) {
  const { prediction, view } = props;
  const t = forecastText.value.test;
  const lang = locale.value;
  const of = prediction.of === 'value' ? 'value' : 'order';
  const amount = amountIn(prediction, view);
  const gain = formatPercent(lang, 1 - view.error / view.plainError);
  const rows: readonly TrustRow[] = view.bands.map((band, i) => {
    const end = i === 0 ? t.least : i === view.bands.length - 1 ? t.most : null;
    return { ...band, name: t.band(amount(band.from), amount(band.to)), end, place: i };
  });
  const { taken, others } = view;
  const feet: readonly TrustRow[] = [
    ...(taken === null ? [] : [{ ...taken, name: t.taken }]),
    ...(others === null ? [] : [{ ...others, name: t.others }]),
    { ...view, name: t.everyone },
  ].map(({ name, n, foretold, came }, i) => ({ name, n, foretold, came, end: null, place: rows.length + i }));
  return (
    <>
      <p>
        {t.whole[of](amount(view.foretold), amount(view.came))}{' '}
        {t.better(gain, amount(view.error), amount(view.plainError))}
      </p>
      <Table
        caption={t.bands}
        height="all"
        copy
        rows={rows}
        footRows={feet}
        rowKey={(row) => String(row.place)}
        columns={[
          {
            id: 'band',
            header: t.bands,
            unit: t.by[prediction.of],
            rowHeader: true,
            cell: (row) => (
              <>
                {row.name}
                {row.end !== null && <span class="ink-soft text-s"> {row.end}</span>}
              </>
            ),
            sort: (row) => row.place,
            copy: (row) => row.name,
          },
          {
            id: 'foretold',
            header: t.foretold[of],
            unit: t.mean[of],
            align: 'end',
            cell: (row) => amount(row.foretold),
            sort: (row) => row.foretold,
            copy: (row) => amount(row.foretold),
          },
          {
            id: 'came',
            header: t.came[of],
            unit: t.mean[of],
            align: 'end',
            cell: (row) => amount(row.came),
            sort: (row) => row.came,
            copy: (row) => amount(row.came),
          },
          {
            id: 'n',
            header: t.customers,
            unit: 'n',
            align: 'end',
            cell: (row) => formatNumber(lang, row.n),
            sort: (row) => row.n,
            copy: (row) => String(row.n),
          },
        ]}
      />
    </>
  );
}
