/** The segments' colours as on the screen (theme.css, which a test holds them to): paper is always light. */
export const SEGMENT_INKS = [
  '#2291f8',
  '#aa4e07',
  '#18784f',
  '#ea4cc4',
  '#9630e5',
  '#8f8a08',
  '#008ca3',
  '#c87970',
] as const;

/** Reads on a screen as on paper, in colour as in black and white; nothing is cut between two sheets that fits on one. */
export const REPORT_STYLE = `
:root {
  color-scheme: light;
  --ground: #ffffff;
  --surface: #f7f7f8;
  --line: #d5d5da;
  --ink: #1a1b1f;
  --ink-soft: #5c5e68;
  --accent: #4450c8;
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
${SEGMENT_INKS.map((ink, i) => `  --seg-${i}: ${ink};`).join('\n')}
}
${SEGMENT_INKS.map((_, i) => `.seg-${i} { --seg: var(--seg-${i}); }`).join('\n')}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 400 14px/1.45 var(--font); }
body { font-variant-numeric: tabular-nums; margin: 0 auto; max-width: 820px; overflow-wrap: anywhere; padding: 32px 24px; }
h1 { font-size: 22px; line-height: 1.25; margin: 0 0 12px; }
h2 { border-top: 1px solid var(--line); font-size: 16px; line-height: 1.3; margin: 28px 0 12px; padding-top: 12px; }
h3 { font-size: 14px; line-height: 1.3; margin: 0; }
p, ul, dl, figure { margin: 0; padding: 0; }
ul { list-style: none; }
.soft, .n { color: var(--ink-soft); font-size: 12px; }
.tag { border: 1px solid var(--ink-soft); border-radius: 3px; font-size: 12px; padding: 0 4px; }
.facts { display: grid; gap: 2px 16px; grid-template-columns: max-content 1fr; }
.facts dt { color: var(--ink-soft); }
.facts dd { margin: 0; }
.caution { border-inline-start: 3px solid var(--ink-soft); margin: 12px 0 0; padding-inline-start: 12px; }
.segment { margin: 0 0 16px; }
.soft + .segment { margin-top: 12px; }
.segment ul { margin-top: 4px; }
.steps { border: 1px dashed var(--ink-soft); border-radius: 4px; margin-top: 8px; padding: 6px 12px 8px; }
.steps h4 { font-size: 12px; font-weight: 600; margin: 0 0 2px; }
.steps dl { display: grid; font-size: 13px; gap: 1px 12px; grid-template-columns: max-content 1fr; }
.steps dt { color: var(--ink-soft); }
.steps dd { margin: 0; }
.mark { flex: none; height: 12px; margin-inline-end: 6px; vertical-align: -1px; width: 12px; }
.mark path { fill: var(--seg); }
figure { margin: 0 0 24px; }
figure > .picture { margin: 6px 0; }
figure svg { height: auto; max-width: 100%; }
.legend { display: flex; flex-wrap: wrap; font-size: 12px; gap: 2px 16px; margin-top: 4px; }
.legend .dash { border-top: 2px dashed var(--ink-soft); display: inline-block; margin-inline-end: 6px; vertical-align: 4px; width: 16px; }
table { border-collapse: collapse; margin: 0 0 20px; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 5px 8px; text-align: end; vertical-align: top; }
th { font-weight: 600; }
th:first-child { font-weight: 400; padding-inline-start: 0; text-align: start; }
thead th { border-bottom: 1.5px solid var(--ink); font-size: 13px; vertical-align: bottom; }
.numbers th, .numbers td { hyphens: auto; overflow-wrap: break-word; padding-inline: 5px; }
.numbers th:first-child { min-width: 128px; overflow-wrap: anywhere; }
.numbers .value { display: block; font-weight: 600; }
.numbers .n { display: block; font-size: 11px; font-weight: 400; line-height: 1.35; }
.none { color: var(--ink-soft); font-size: 11px; }
.definitions dt { font-weight: 600; margin-top: 8px; }
.definitions dd { margin: 0; }
.lines li { margin-bottom: 4px; }
@page { margin: 14mm 13mm; size: A4; }
@media print {
  html { font-size: 12px; }
  body { max-width: none; padding: 0; }
  h1 { font-size: 20px; }
  h2 { break-after: avoid; margin-top: 20px; }
  h3 { break-after: avoid; }
  figure, .segment, .steps, tr, .definitions div, .lines li { break-inside: avoid; }
  .numbers thead th { font-size: 11px; }
  .numbers .n { font-size: 10px; }
  thead { display: table-header-group; }
  .heat-cell { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
