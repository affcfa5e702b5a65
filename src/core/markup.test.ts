import { describe, expect, it } from 'vitest';
import { markupText } from './markup';

describe('markup as text', () => {
  it('lets no name out of its place', () => {
    const name = `</td><script>alert("x")</script>' onload='`;
    const text = markupText({ tag: 'td', attributes: { title: name }, children: [name] });
    expect(text).not.toContain('<script');
    expect(text).not.toContain(`' onload`);
    expect(text.match(/</g)).toHaveLength(2);
  });

  it('leaves out what XML forbids and keeps every script of the world', () => {
    expect(markupText('a\u0000b\u000bc\td żółć 客户 עברית')).toBe('abc\td żółć 客户 עברית');
  });

  it('closes empty elements as each language does', () => {
    const meta = { tag: 'meta', attributes: { charset: 'utf-8' }, children: [] };
    expect(markupText(meta)).toBe('<meta charset="utf-8">');
    expect(markupText({ tag: 'path', attributes: { d: 'M0 0' }, children: [] }, true)).toBe(
      '<path d="M0 0"></path>',
    );
  });
});
