import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { root } from '../scripts/setup.mjs';

/** The extension's own policy does not bind what runs in a page: the file itself must hold no way out. */
const WAYS_OUT = [
  /\bfetch\b/,
  /XMLHttpRequest/,
  /WebSocket/,
  /EventSource/,
  /sendBeacon/,
  /RTCPeerConnection/,
  /WebTransport/,
  /importScripts/,
  /\bimport\s*\(/,
  /\.src\s*=/,
  /new Image\b/,
  /https?:\/\//,
];
const RUNS_TEXT = [
  /\beval\s*\(/,
  /\bFunction\s*\(/,
  /innerHTML/,
  /outerHTML/,
  /insertAdjacentHTML/,
  /document\.write/,
];

/** The file and all it imports when it is evaluated, by their places in the folder. */
function whole(dir: string, file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, from = ''] of readFileSync(resolve(dir, file), 'utf8').matchAll(
    /\b(?:import|export)\b[^"'`;()]*["'`](\.\/[^"'`]+\.js)["'`]/g,
  ))
    whole(dir, join(dirname(file), from), found);
  return found;
}

for (const target of ['chrome', 'firefox'] as const) {
  test.describe(`the popup for ${target}`, () => {
    const dir = resolve(root, `dist/${target}`);
    const gzip = (file: string) => gzipSync(readFileSync(resolve(dir, file))).length;

    test('draws its first picture from one script under 15 kB gzip, which loads nothing before', () => {
      const page = readFileSync(resolve(dir, 'popup/index.html'), 'utf8');
      expect([...page.matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, from]) => from)).toEqual([
        '../popup-snapshot.js',
      ]);
      expect(gzip('popup-snapshot.js') + gzipSync(page).length).toBeLessThan(15_000);
    });

    test('brings no more than 42 kB gzip of scripts after it, and Chart.js not among them', () => {
      const start = readFileSync(resolve(dir, 'assets/popup-start.js'), 'utf8');
      const app = start.match(/import\([`"']\.\/(app-[^`"']+\.js)[`"']\)/)?.[1];
      expect(app).toBeDefined();
      const files = [...whole(dir, 'assets/popup-start.js'), ...whole(dir, `assets/${app}`)];
      expect(files.length).toBeGreaterThan(10);
      expect(files.filter((file) => /chart-js/.test(file))).toEqual([]);
      expect([...new Set(files)].reduce((sum, file) => sum + gzip(file), 0)).toBeLessThan(42_000);
    });
  });

  test.describe(`overlay.js for ${target}`, () => {
    let code = '';
    test.beforeAll(async () => {
      const dir = resolve(root, `dist/${target}`);
      code = readFileSync(resolve(dir, 'overlay.js'), 'utf8');
    });

    test('is under 14 kB gzip', () => {
      expect(gzipSync(code).length).toBeLessThan(14_000);
    });

    test('holds no network call, runs no text, and is one classic script', () => {
      const found = [...WAYS_OUT, ...RUNS_TEXT].filter((way) => way.test(code)).map(String);
      expect(found).toEqual([]);
      expect(() => new Script(code)).not.toThrow();
    });
  });

  test.describe(`content.js for ${target}`, () => {
    let code = '';
    let gathering = '';
    let readers = '';
    test.beforeAll(async () => {
      const dir = resolve(root, `dist/${target}`);
      code = readFileSync(resolve(dir, 'content.js'), 'utf8');
      gathering = readFileSync(resolve(dir, 'gather.js'), 'utf8');
      readers = readFileSync(resolve(dir, 'readers.js'), 'utf8');
    });

    test('is under 20 kB gzip', () => {
      expect(gzipSync(code).length).toBeLessThan(20_000);
    });

    test('has what reads tables beside it, brought when a person looks, under 24 kB gzip', () => {
      expect(gzipSync(readers).length).toBeLessThan(24_000);
    });

    test('has what gathers all rows beside it, under 12 kB gzip', () => {
      expect(gzipSync(gathering).length).toBeLessThan(12_000);
    });

    test('holds no network call, and runs no text', () => {
      const found = [...WAYS_OUT, ...RUNS_TEXT]
        .filter((way) => way.test(code + gathering + readers))
        .map(String);
      expect(found).toEqual([]);
    });

    test('brings the page half of each tool only', () => {
      expect(readers.includes('ga-reporting-table')).toBe(true);
      expect(code.includes('ga-reporting-table')).toBe(false);
      // Words of the export halves and of what they map onto.
      const words = ['lineitem', 'user-explorer', 'emailConsent', 'sessionSourceMedium', 'Order total'];
      expect(words.filter((word) => (code + readers).toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    });

    test('is one classic script', () => {
      for (const script of [code, gathering, readers]) {
        expect(/^\s*(?:import|export)\b/m.test(script)).toBe(false);
        expect(() => new Script(script)).not.toThrow();
      }
    });
  });
}
