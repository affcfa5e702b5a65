import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../../tests/comparison-of';
import { segmentSentences } from '../../compare/sentences/segment-sentences';
import type { Locale } from '../../core/label';
import { onlySegments, type ReportDocument } from './report-document';
import { reportHtml } from './report-html';
import { SEGMENT_INKS } from './report-style';

const HOSTILE = `</style></td><img src=x onerror=alert(1)><script>alert("1")</script>&'"`;

function written(locale: Locale, name = 'Champions', more: Partial<ReportDocument> = {}): string {
  const of = comparisonOf();
  const named = { en: name, pl: name };
  const comparison = {
    ...of,
    segments: of.segments.map((s) => ({ ...s, name: named })),
    metrics: of.metrics.map((m) => ({ ...m, label: named, definition: named })),
    passports: of.passports.map((p) => ({ ...p, title: name, columnsLeftOut: [name] })),
  };
  const file = reportHtml(
    {
      locale,
      comparison,
      comparedInAll: 2,
      sentences: segmentSentences(comparison, null, locale),
      nextSteps: [{ segmentId: 'own:1', edited: true, steps: [{ label: name, text: name }] }],
      figures: [
        {
          title: name,
          subtitle: name,
          notes: [name],
          legend: [{ name, colour: null }],
          picture: { tag: 'svg', attributes: { 'data-x': name }, children: [name] },
        },
      ],
      pictureStyle: '.dot-plot { fill: var(--ink); }',
      markOf: () => ({ tag: 'svg', attributes: {}, children: [] }),
      ...more,
    },
    '2 Nov 2026',
  );
  return new TextDecoder().decode(file.bytes);
}

describe('a report as a page', () => {
  it.each(['en', 'pl'] as const)('lets no name become markup, in %s', (locale) => {
    const tagsOf = (html: string) => html.match(/<\/?[a-z][a-z0-9]*/g);
    const hostile = written(locale, HOSTILE);
    // The very same elements as with a harmless name: nothing of the name became one.
    expect(tagsOf(hostile)).toEqual(tagsOf(written(locale)));
    expect(hostile).not.toContain('<script');
    expect(hostile).not.toContain('<img');
    expect(hostile).toContain('&lt;script&gt;');
  });

  it('holds no script and names nothing outside itself', () => {
    const html = written('en');
    expect(html).not.toMatch(/<script|\son[a-z]+=|javascript:/i);
    expect(html).not.toMatch(/\b(?:src|href|xlink:href|action)=|url\(|@import|<link|<iframe|<object|<base/i);
    expect(html).toContain(`content="default-src &#39;none&#39;`);
  });

  it('is in the language asked for', () => {
    expect(written('pl')).toMatch(/^<!doctype html>\n<html lang="pl">/);
    expect(written('pl')).toContain('Skąd są liczby');
    expect(written('en')).toContain('Where the numbers come from');
  });

  it('keeps suggestions apart from what was measured and says whose they are', () => {
    const html = written('en');
    expect(html).toContain('<aside class="steps"><h4>Suggested next steps (edited by you)</h4>');
    expect(html).toContain('Not measured, not part of the numbers.');
  });

  it('shows some of the segments with the verdicts of the whole table, and says so', () => {
    const whole = comparisonOf();
    const some = onlySegments(whole, ['own:1']);
    expect(some.cells).toEqual([whole.cells[1]]);
    expect(written('en', 'x', { comparison: some, comparedInAll: 2 })).toContain(
      '1 of the 2 segments compared',
    );
  });

  it('prints in the colours of the screen', () => {
    const theme = readFileSync(new URL('../../ui/theme.css', import.meta.url), 'utf8');
    SEGMENT_INKS.forEach((ink, i) => {
      expect(theme).toContain(`--seg-${i}: ${ink};`);
    });
  });
});
