import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

/** Highest first: a folder may import from itself and from those after it. */
const LAYERS = [
  'entries',
  'ui',
  'app',
  'protocol',
  'store',
  'sites',
  'export',
  'ingest',
  'compare',
  'metrics',
  'segments',
  'learn',
  'stats',
  'i18n',
  'platform',
  'core',
];

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

const files: SourceFile[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((p) => /\.tsx?$/.test(p) && !p.endsWith('.d.ts'))
  .map((p) => {
    const text = readFileSync(join(src, p), 'utf8');
    const imports = [
      ...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm),
      ...text.matchAll(/\b()import\(\s*['"]([^'"]+)['"]\s*\)/g),
    ].map((m) => ({ from: m[2] as string, typeOnly: Boolean(m[1]) }));
    return { path: p, text, imports };
  });
const product = files.filter((f) => !/\.test\.tsx?$/.test(f.path));

const layerOf = (path: string) => path.split('/')[0] as string;
const importersOf = (name: RegExp) =>
  product.filter((f) => f.imports.some((i) => name.test(i.from))).map((f) => f.path);
const resolved = (file: SourceFile, from: string) =>
  relative(src, resolve(src, dirname(file.path), from.replace(/\?.*$/, '')));

describe('the shape of src/', () => {
  it('has no folder that is not a layer', () => {
    expect([...new Set(product.map((f) => layerOf(f.path)).filter((l) => !LAYERS.includes(l)))]).toEqual([]);
  });

  it('imports only downwards', () => {
    const upward = product.flatMap((f) =>
      f.imports
        .filter((i) => i.from.startsWith('.'))
        .map((i) => ({ from: f.path, to: resolved(f, i.from) }))
        // Starting a worker is naming a file, not calling into it.
        .filter(({ to }) => !to.startsWith('entries/engine.worker'))
        .filter(({ from, to }) => LAYERS.indexOf(layerOf(to)) < LAYERS.indexOf(layerOf(from)))
        .map(({ from, to }) => `${from} -> ${to}`),
    );
    expect(upward).toEqual([]);
  });

  it('has no circle of imports', () => {
    const graph = new Map(
      product.map((f) => [
        f.path.replace(/\.tsx?$/, ''),
        f.imports
          .filter((i) => i.from.startsWith('.') && !i.typeOnly)
          .map((i) => resolved(f, i.from).replace(/\.tsx?$/, '')),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (node: string, path: string[]) => {
      if (path.includes(node)) circles.push([...path.slice(path.indexOf(node)), node].join(' -> '));
      if (path.includes(node) || done.has(node)) return;
      for (const next of graph.get(node) ?? [])
        if (!next.startsWith('entries/engine.worker')) walk(next, [...path, node]);
      done.add(node);
    };
    for (const node of graph.keys()) walk(node, []);
    expect(circles).toEqual([]);
  });

  it('touches the browser API in one file', () => {
    expect(importersOf(/^webextension-polyfill$/)).toEqual(['platform/browser.ts']);
  });

  it('touches IndexedDB in store/ only', () => {
    expect(importersOf(/^idb$/).filter((p) => !p.startsWith('store/'))).toEqual([]);
  });

  it('loads Chart.js in ui/charts only', () => {
    expect(importersOf(/^chart\.js/).filter((p) => !p.startsWith('ui/charts/'))).toEqual([]);
  });

  it('keeps entries to wiring, under 40 lines each', () => {
    const long = product
      .filter((f) => layerOf(f.path) === 'entries' && f.text.split('\n').length > 40)
      .map((f) => f.path);
    expect(long).toEqual([]);
  });

  it('calls no network, builds no code and writes no HTML', () => {
    const forbidden =
      /\b(fetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|new Function|eval\s*\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML)/;
    // The self-test page of test builds reports to the loopback server that runs it.
    const found = product
      .filter((f) => !f.path.includes('self-test'))
      .flatMap((f) => f.text.split('\n').map((line, i) => ({ line, at: `${f.path}:${i + 1}` })))
      .filter(({ line }) => forbidden.test(line) && !/^\s*(\*|\/\/)/.test(line))
      .map(({ at, line }) => `${at} ${line.trim()}`);
    expect(found).toEqual([]);
  });
});
