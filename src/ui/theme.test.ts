import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

type Rgb = readonly [number, number, number];

const css = readFileSync(resolve(import.meta.dirname, 'theme.css'), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const tokens = (source: string) =>
  new Map(
    [...source.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] as string, m[2] as string]),
  );
const light = tokens(lightCss);
const dark = new Map([...light, ...tokens(darkCss)]);
const themes = { light, dark };

const linear = (hex: string): Rgb => {
  const part = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: string, b: string) => {
  const [la, lb] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
};
const token = (theme: Map<string, string>, name: string) => {
  const found = theme.get(name);
  if (!found) throw new Error(`no token --${name}`);
  return found;
};

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB. */
const SIGHT: Record<string, readonly number[]> = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
const seen = (m: readonly number[], [r, g, b]: Rgb): Rgb => {
  const row = (i: number) =>
    Math.min(1, Math.max(0, (m[i] ?? 0) * r + (m[i + 1] ?? 0) * g + (m[i + 2] ?? 0) * b));
  return [row(0), row(3), row(6)];
};
/** Ottosson's OKLab; a difference of 0.02 is about the least one sees. */
const oklab = ([r, g, b]: Rgb): Rgb => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
const apart = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const places = [0, 1, 2, 3, 4, 5, 6, 7];

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  it.each([
    ['ink', 'ground'],
    ['ink', 'surface'],
    ['ink', 'surface-strong'],
    ['ink-soft', 'ground'],
    ['ink-soft', 'surface'],
    ['ink-soft', 'surface-strong'],
    ['ink-soft', 'accent-soft'],
    ['ink-soft', 'bad-soft'],
    ['ink-soft', 'warn-soft'],
    ['ink-soft', 'good-soft'],
    ['accent', 'ground'],
    ['accent', 'surface'],
    ['accent', 'surface-strong'],
    ['accent', 'accent-soft'],
    ['accent-hover', 'ground'],
    ['accent', 'bad-soft'],
    ['accent', 'warn-soft'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['bad', 'ground'],
    ['bad', 'bad-soft'],
    ['on-bad', 'bad'],
    ['on-bad', 'bad-hover'],
    ['warn', 'ground'],
    ['warn', 'warn-soft'],
    ['good', 'ground'],
    ['good', 'good-soft'],
  ])('keeps %s readable on %s', (ink, ground) => {
    expect(contrast(token(theme, ink), token(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('shows the edges of controls at 3:1', () => {
    for (const ground of ['ground', 'surface'])
      expect(contrast(token(theme, 'line-control'), token(theme, ground))).toBeGreaterThanOrEqual(3);
  });

  it('shows every segment colour at 3:1', () => {
    for (const place of places)
      for (const ground of ['ground', 'surface'])
        expect(
          contrast(token(theme, `seg-${place}`), token(theme, ground)),
          `seg-${place} on ${ground}`,
        ).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(SIGHT))('keeps segment colours apart to %s sight', (sight) => {
    const labs = places.map((p) => oklab(seen(SIGHT[sight] ?? [], linear(token(theme, `seg-${p}`)))));
    for (const a of places)
      for (const b of places.slice(a + 1))
        expect(apart(labs[a] as Rgb, labs[b] as Rgb), `seg-${a} and seg-${b}`).toBeGreaterThan(0.065);
  });
});

it('gives a segment one colour on both grounds', () => {
  for (const place of places) expect(token(dark, `seg-${place}`)).toBe(token(light, `seg-${place}`));
});
