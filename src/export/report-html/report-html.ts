import type { Comparison } from '../../compare/comparison';
import { type Markup, markupText } from '../../core/markup';
import { isoDay } from '../../core/time/calendar';
import { formatDay, formatMoney, formatNumber, formatRange } from '../../i18n/format';
import { sourceLines } from '../comparison-csv';
import { convertedLines } from '../converted-lines';
import { EXPORT_WORDS } from '../export-words';
import type { ExportedFile } from '../exported-file';
import { el } from './element';
import type { ReportDocument, ReportFigure, SuggestedSteps } from './report-document';
import { REPORT_STYLE } from './report-style';
import { reportTables } from './report-table';
import { REPORT_WORDS } from './report-words';

/** Nothing may run and nothing may be fetched: what stands in the file is all there is. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The comparison as one page to send or print: a single HTML file without scripts and without anything outside it.
 * `made` says when.
 */
export function reportHtml(document: ReportDocument, made: string): ExportedFile {
  const t = REPORT_WORDS[document.locale];
  const page = el(
    'html',
    { lang: document.locale },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('meta', { name: 'referrer', content: 'no-referrer' }),
      el('title', {}, `${t.title} · ${formatDay(document.locale, document.comparison.asOf)}`),
      el('style', {}, REPORT_STYLE + document.pictureStyle),
    ),
    el(
      'body',
      {},
      el(
        'main',
        {},
        ...head(document, made),
        ...says(document),
        ...pictures(document.figures, document),
        ...numbers(document),
        ...definitions(document),
        ...sources(document),
      ),
    ),
  );
  return {
    name: `segment-lens-report-${isoDay(document.comparison.asOf)}.html`,
    mime: 'text/html;charset=utf-8',
    bytes: new TextEncoder().encode(`<!doctype html>\n${markupText(page)}\n`),
  };
}

function head(document: ReportDocument, made: string): Markup[] {
  const { comparison, locale } = document;
  const t = REPORT_WORDS[locale];
  const { period, request } = comparison;
  const dated = period.from < period.to;
  const range = formatRange(locale, period.from, period.to);
  const person = request.grain === 'person';
  const measured = !dated
    ? t.undated
    : request.measured.kind === 'after'
      ? t.measuredAfter(range)
      : request.measured.kind === 'last'
        ? t.measuredLast(range)
        : `${t.measuredHeld}: ${range}`;
  const population = comparison.segments[0]?.population ?? null;
  const facts: (readonly [string, string])[] = [
    ...(dated ? [[t.asOf, formatDay(locale, comparison.asOf)] as const] : []),
    [t.period, measured],
    [t.against, baseName(comparison, document)],
    ...(person && population !== null ? [[t.customers, formatNumber(locale, population)] as const] : []),
    [t.currency, comparison.currency || t.noCurrency],
    [t.made, t.madeWith(made)],
  ];
  return [
    el('h1', {}, t.title),
    el(
      'dl',
      { class: 'facts' },
      ...facts.flatMap(([term, said]) => [el('dt', {}, term), el('dd', {}, said)]),
    ),
    ...(person && comparison.descriptive ? [el('p', { class: 'caution' }, t.descriptive)] : []),
  ];
}

function baseName(comparison: Comparison, { locale }: ReportDocument): string {
  return comparison.segments[0]?.base.name?.[locale] ?? REPORT_WORDS[locale].everyoneElse;
}

function says(document: ReportDocument): Markup[] {
  const { comparison, locale, sentences, nextSteps, comparedInAll } = document;
  const t = REPORT_WORDS[locale];
  const shown = comparison.segments.length;
  return [
    el('h2', {}, t.says),
    ...(nextSteps.length > 0 ? [el('p', { class: 'soft' }, `${t.suggestions}: ${t.suggestionsNote}`)] : []),
    ...(comparedInAll > shown ? [el('p', { class: 'soft' }, t.picked(shown, comparedInAll))] : []),
    ...comparison.segments.map((segment) =>
      el(
        'section',
        { class: 'segment' },
        el('h3', {}, document.markOf(segment.colour), el('bdi', {}, segment.name[locale])),
        el(
          'ul',
          {},
          ...(sentences.find((s) => s.segmentId === segment.id)?.sentences ?? []).map((s) => el('li', {}, s)),
        ),
        ...steps(
          nextSteps.find((s) => s.segmentId === segment.id),
          document,
        ),
      ),
    ),
  ];
}

function steps(suggested: SuggestedSteps | undefined, { locale }: ReportDocument): Markup[] {
  if (suggested === undefined || suggested.steps.length === 0) return [];
  const t = REPORT_WORDS[locale];
  return [
    el(
      'aside',
      { class: 'steps' },
      el('h4', {}, suggested.edited ? `${t.suggestions} (${t.edited})` : t.suggestions),
      el(
        'dl',
        {},
        ...suggested.steps.flatMap(({ label, text }) => [el('dt', {}, label), el('dd', {}, text)]),
      ),
    ),
  ];
}

function pictures(figures: readonly ReportFigure[], document: ReportDocument): Markup[] {
  if (figures.length === 0) return [];
  return [
    el('h2', {}, REPORT_WORDS[document.locale].pictures),
    ...figures.map((figure) =>
      el(
        'figure',
        {},
        el('h3', {}, figure.title),
        ...(figure.subtitle === null ? [] : [el('p', { class: 'soft' }, figure.subtitle)]),
        ...(figure.legend.length === 0
          ? []
          : [
              el(
                'div',
                { class: 'legend' },
                ...figure.legend.map(({ name, colour }) =>
                  el(
                    'span',
                    {},
                    colour === null ? el('span', { class: 'dash' }) : document.markOf(colour),
                    el('bdi', {}, name),
                  ),
                ),
              ),
            ]),
        el('div', { class: 'picture' }, figure.picture),
        ...(figure.notes.length === 0 ? [] : [el('figcaption', { class: 'soft' }, figure.notes.join(' '))]),
      ),
    ),
  ];
}

function numbers(document: ReportDocument): Markup[] {
  const { comparison, locale } = document;
  const t = REPORT_WORDS[locale];
  return [
    el('h2', {}, t.table),
    ...reportTables(comparison, locale, document.markOf),
    el('p', { class: 'soft' }, `${t.legend} ${t.legendMarks(baseName(comparison, document))}`),
  ];
}

function definitions({ comparison, locale }: ReportDocument): Markup[] {
  const t = REPORT_WORDS[locale];
  return [
    el('h2', {}, t.definitions),
    el(
      'dl',
      { class: 'definitions' },
      ...comparison.metrics.map((metric) =>
        el(
          'div',
          {},
          el('dt', {}, metric.label[locale]),
          el('dd', {}, metric.definition[locale]),
          el(
            'dd',
            { class: 'soft' },
            metric.denominator === null
              ? metric.numerator[locale]
              : t.fraction(metric.numerator[locale], metric.denominator[locale]),
          ),
        ),
      ),
    ),
  ];
}

function sources({ comparison, locale }: ReportDocument): Markup[] {
  const t = REPORT_WORDS[locale];
  const own = EXPORT_WORDS[locale].own.block;
  const notes: string[] = [own.intervals];
  if (comparison.converted !== undefined)
    notes.push(
      ...convertedLines(comparison.converted, EXPORT_WORDS[locale].converted, {
        sum: (minor, currency) => formatMoney(locale, minor, currency),
        day: (iso) => formatDay(locale, Date.parse(iso)),
      }),
    );
  else if (comparison.ordersInOtherCurrencies > 0)
    notes.push(own.otherCurrencies(comparison.ordersInOtherCurrencies, comparison.currency ?? '–'));
  const { orders, revenueMinor } = comparison.unattributed;
  if (orders > 0)
    notes.push(own.unattributed(orders, formatMoney(locale, revenueMinor, comparison.currency)));
  for (const { id, name, base, unknown } of comparison.segments) {
    if (id !== comparison.request.baseSegmentId && base.name && base.sharedWithBase > 0)
      notes.push(t.overlap(name[locale], base.sharedWithBase, base.name[locale]));
    if (unknown > 0) notes.push(t.unknown(name[locale], unknown));
  }
  const lines = (items: readonly string[]) =>
    el('ul', { class: 'lines' }, ...items.map((item) => el('li', {}, item)));
  return [
    el('h2', {}, t.sources),
    lines(sourceLines(comparison.passports, locale)),
    el('h2', {}, t.notes),
    lines(notes),
  ];
}
