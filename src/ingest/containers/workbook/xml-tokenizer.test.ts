import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeOf, XmlTokenizer } from './xml-tokenizer';

/** What was said, with text that came in pieces joined. */
function said(pieces: readonly string[]): readonly string[] {
  const out: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') out.push(`"${text}"`);
    text = '';
  };
  const tokenizer = new XmlTokenizer({
    open(name, attributes, empty) {
      flush();
      out.push(`<${name}${attributes.trimEnd()}${empty ? '/' : ''}>`);
    },
    close(name) {
      flush();
      out.push(`</${name}>`);
    },
    text(piece) {
      text += piece;
    },
  });
  for (const piece of pieces) tokenizer.push(piece);
  tokenizer.end();
  flush();
  return out;
}

const document =
  '<?xml version="1.0"?>\n<!-- <c> --><x:a b="1>2" c=\'"\'><t xml:space="preserve"> &amp;&lt;&#347;&#x17b; &amp;amp; </t>' +
  '<v/><e  k = "z" /><![CDATA[<&amp;>]]></x:a >';

describe('XML taken apart', () => {
  it('is tags by their local names, and text decoded once', () => {
    expect(said([document])).toEqual([
      '"\n"',
      '<a b="1>2" c=\'"\'>',
      '<t xml:space="preserve">',
      '" &<śŻ &amp; "',
      '</t>',
      '<v/>',
      '<e  k = "z"/>',
      '"<&amp;>"',
      '</a>',
    ]);
  });

  it('is the same wherever its pieces end', () => {
    const whole = said([document]);
    expect(said([...document])).toEqual(whole);
    fc.assert(
      fc.property(fc.array(fc.nat(document.length), { maxLength: 6 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), document.length];
        expect(said(at.slice(1).map((end, i) => document.slice(at[i], end)))).toEqual(whole);
      }),
    );
  });

  it('refuses what declares entities and what was cut off', () => {
    expect(() => said(['<!DOCTYPE lolz [<!ENTITY a "b">]>'])).toThrow();
    expect(() => said(['<a><b'])).toThrow();
  });

  it('finds attributes by their local name, and nowhere else', () => {
    expect(attributeOf(' r="A1" s="3" t="s"', 't')).toBe('s');
    expect(attributeOf(' sheetId="7" r:id="rId2"', 'id')).toBe('rId2');
    expect(attributeOf(" name='x &amp; y'", 'name')).toBe('x & y');
    expect(attributeOf(' s = "2"', 's')).toBe('2');
    expect(attributeOf(' rs="1"', 'r')).toBeNull();
    expect(attributeOf('', 'r')).toBeNull();
  });
});
