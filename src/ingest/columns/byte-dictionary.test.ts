import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary } from './byte-dictionary';

const encoder = new TextEncoder();

function codesOf(texts: readonly string[]): { readonly codes: number[]; readonly held: string[] } {
  const dictionary = new ByteDictionary();
  // One after another in one buffer, as cells stand, so that words are read across their ends.
  const pieces = texts.map((text) => encoder.encode(text));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  const codes = pieces.map((piece) => {
    bytes.set(piece, at);
    at += piece.length;
    return { start: at - piece.length, end: at };
  });
  return {
    codes: codes.map(({ start, end }) => dictionary.code(bytes, start, end)),
    held: dictionary.strings(),
  };
}

function byMap(texts: readonly string[]): { readonly codes: number[]; readonly held: string[] } {
  const at = new Map<string, number>();
  const codes = texts.map((text) => {
    const code = at.get(text) ?? at.size;
    at.set(text, code);
    return code;
  });
  return { codes, held: [...at.keys()] };
}

describe('ByteDictionary', () => {
  it('numbers texts as a map of strings would, whatever their lengths', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'ł'), maxLength: 14 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
        expect(codesOf(texts)).toEqual(byMap(texts));
      }),
    );
  });

  it.each([
    ['rising', (i: number) => `#${i}`],
    ['falling', (i: number) => `#${100_000 - i}`],
    ['repeated', (i: number) => `#${i >> 2}`],
    ['rising until it starts again', (i: number) => `order-${i % 4000}`],
    ['short ones in no order', (i: number) => `${(i * 7919) % 6007}`],
    ['long ones in no order', (i: number) => `somebody.${(i * 7919) % 6007}@example.com`],
  ])('numbers %s values as a map of strings would', (_, of) => {
    const texts = Array.from({ length: 9000 }, (__, i) => of(i));
    expect(codesOf(texts)).toEqual(byMap(texts));
  });

  it('finds what came while values rose once they no longer do', () => {
    const texts = [...Array.from({ length: 3000 }, (_, i) => `#${i}`), '#5', '#2999', 'x', '#0'];
    expect(codesOf(texts).codes.slice(-4)).toEqual([5, 2999, 3000, 0]);
  });
});
