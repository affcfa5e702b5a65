import { figure, json, type Language, made, pick, WINDOWED } from './figures';

export interface Exploration {
  readonly html: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[];
}

const WORDS = {
  en: {
    title: 'Landing pages by source',
    labels: ['Session source / medium', 'Landing page'],
    metrics: ['Sessions', 'Key events', 'Total revenue'],
    totals: 'Totals',
    dates: 'Custom Oct 1 – Oct 31, 2026',
    quality: 'This report is based on a sample of 24.1% of available data',
    money: (value: string) => `$${value}`,
  },
  pl: {
    title: 'Strony docelowe według źródła',
    labels: ['Źródło / medium sesji', 'Strona docelowa'],
    metrics: ['Sesje', 'Kluczowe zdarzenia', 'Łączne przychody'],
    totals: 'Łącznie',
    dates: 'Niestandardowe 1 paź – 31 paź 2026',
    quality: 'Raport na podstawie próbkowania: 24,1% dostępnych danych',
    money: (value: string) => `${value}\u00a0zł`,
  },
} as const;

const SOURCES = [
  'google / organic',
  '(direct) / (none)',
  'newsletter-pazdziernik / email',
  'facebook.com / referral',
  'ads & remarketing / cpc',
];

/**
 * An exploration as GA4 draws it: SVG in a box that scrolls, of which the rows out of sight leave the document, the
 * totals among them. Names are broken by width into texts in no order, cut after two lines, and then whole in a tooltip.
 */
export function explorationPage(language: Language, count = 120): Exploration {
  const words = WORDS[language];
  const next = made(7);
  const rows = Array.from({ length: count }, (_, i) => {
    const page = `/${pick(['sklep', 'blog', 'produkt', 'kolekcja'], i)}/${pick(['kawa-ziarnista-etiopia-yirgacheffe', 'filtry', 'młynek-ręczny-ze-stali', 'zestaw'], next(4))}/${i + 1}`;
    const sessions = 12 + next(40_000);
    const events = next(sessions);
    return { source: pick(SOURCES, next(5)), page, sessions, events, cents: next(9_000_000) };
  });
  const shown = (of: { sessions: number; events: number; cents: number }) => [
    figure(of.sessions, language),
    figure(of.events, language),
    words.money(figure(of.cents / 100, language, 2)),
  ];
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const all = { sessions: sum((r) => r.sessions), events: sum((r) => r.events), cents: sum((r) => r.cents) };
  const cells = rows.map((row) => [row.source, row.page, ...shown(row)]);
  const totals = [words.totals, ...shown(all)];
  return {
    columns: [...words.labels, ...words.metrics],
    rows: cells,
    totals,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Analytics | ${words.title}</title>
<style>.scroll-div{height:400px;width:960px;overflow:auto}[class$=-wrapper]{position:sticky;top:0;float:left}.labels-wrapper,.column-headers-wrapper{height:24px}.cells-wrapper,.row-headers-wrapper{top:24px}svg{display:block}text{font:12px sans-serif}.percent-of-total{font-size:9px}</style></head><body>
<gmp-universal-picker><button><span class="gmp-text-name">Mokka – GA4</span></button></gmp-universal-picker>
<ga-hybrid-app-root><h1>${words.title}</h1><ga-date-range-picker-v2><span class="primary-date-range-text">${words.dates}</span></ga-date-range-picker-v2>
<ga-data-quality-icon style="display:inline-block" aria-label="${words.quality}"></ga-data-quality-icon>
<div class="aplos-chart-container"><div class="scroll-div"><div class="canvas-size"></div></div></div></ga-hybrid-app-root>
<script>${WINDOWED}
  const cells = ${json(cells)}, totals = ${json(totals)}, labels = ${json(words.labels)}, metrics = ${json(words.metrics)};
  const HEIGHT = 32, scroller = document.querySelector('.scroll-div');
  document.querySelector('.canvas-size').style.height = (cells.length + 2) * HEIGHT + 'px';
  const draw = (name, attributes, ...children) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  // Broken behind a blank, a slash or a dash where a line is full; more than two lines are cut.
  const lines = (text) => {
    const parts = text.match(/[^ /-]+[ /-]*|[ /-]+/g) || [];
    const broken = [''];
    for (const part of parts) {
      if (broken.at(-1) !== '' && (broken.at(-1) + part).length > 22) broken.push('');
      broken[broken.length - 1] += part;
    }
    return broken;
  };
  const name = (text) => {
    const broken = lines(text);
    const cut = broken.length > 2;
    const kept = broken.slice(0, 2).map((line, i) => (cut && i === 1 ? line.slice(0, 12) + '…' : line));
    const texts = kept.map((line, i) => draw('text', { x: 8, y: 12 + i * 14 }, line.trim()));
    const pane = cut
      ? draw('rect', { class: 'cellPane ga-help-tooltip', 'tooltip-html': '<div class="tip">' + text.replace(/&/g, '&amp;') + '</div>' })
      : draw('rect', { class: 'cellPane' });
    return [pane, ...texts.reverse()];
  };
  const group = (kind, ...children) => draw('g', { class: kind }, ...children);
  windowed(scroller, HEIGHT, () => cells.length + 1, (first, last) => {
    const values = [], names = [];
    for (let row = first; row < last; row++) {
      const at = (x) => 'translate(' + x + ',' + (row - first) * HEIGHT + ')';
      const texts = row === 0 ? totals.slice(1) : cells[row - 1].slice(2);
      texts.forEach((text, column) => {
        const share = row === 0 ? [draw('text', { class: 'percent-of-total', y: 26 }, '100% of total')] : [];
        const bar = draw('rect', { class: 'bar', width: 10 });
        values.push(draw('g', { class: 'cell', 'row-index': row, 'column-index': column, transform: at(column * 150) },
          bar, draw('text', { y: 12 }, text), ...share));
      });
      (row === 0 ? [totals[0]] : cells[row - 1].slice(0, 2)).forEach((text, column) => {
        names.push(draw('g', { class: 'header-value', 'row-header-row-index': row, 'row-header-column-index': column, transform: at(column * 230) }, ...name(text)));
      });
    }
    const wrappers = [
      ['labels-wrapper', labels.map((label, i) => draw('g', { class: 'row-label' }, draw('text', { x: 8 + i * 230, y: 12 }, label)))],
      ['column-headers-wrapper', metrics.map((metric, column) =>
        draw('g', { class: 'header-value', 'column-header-column-index': column }, draw('text', { x: column * 150, y: 12 }, (column === 0 ? '↓ ' : '') + metric)))],
      ['row-headers-wrapper', names],
      ['cells-wrapper', values],
    ];
    // The wrappers are boxes of HTML, each with a drawing of its own.
    const canvas = document.querySelector('.canvas-size');
    for (const old of canvas.querySelectorAll('[class$="-wrapper"]')) old.remove();
    for (const [kind, drawn] of wrappers) canvas.append(make('div', { class: kind }, draw('svg', { width: 465, height: kind.endsWith('labels-wrapper') || kind.startsWith('column') ? 24 : 376 }, ...drawn)));
  });
</script></body></html>`,
  };
}
