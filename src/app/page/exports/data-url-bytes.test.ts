import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataUrlBytes } from './data-url-bytes';

const textOf = (url: string) => {
  const found = dataUrlBytes(url);
  return found === null ? null : new TextDecoder().decode(found.bytes);
};

describe('the bytes of a data address', () => {
  it('are those a browser would save', async () => {
    const pages = [
      'data:text/csv;charset=utf-8,a%2Cb%0A1%2C2',
      'data:,plain',
      'data:text/csv,za%C5%BC%C3%B3%C5%82%C4%87',
      'data:text/csv,zażółć;x',
      'data:text/csv,100%,%zz,%4',
      'data:text/csv;base64,YSxiCjEsMg==',
      'data:text/csv;charset=utf-8;base64,YSxiCjEsMg',
      'data:text/csv;base64,YSxi%0ACjEsMg%3D%3D',
      'DATA:text/csv;BASE64,YSxi',
      'data:text/csv,a%00b%FF',
      'data:text/csv,a#b',
      'data:text/csv,a%23b',
      'data:,',
    ];
    for (const url of pages) {
      // Node reads these addresses by the standard's own steps.
      const wanted = new Uint8Array(await (await fetch(url)).arrayBuffer());
      expect([url, dataUrlBytes(url)?.bytes]).toEqual([url, wanted]);
    }
  });

  it('come back whatever they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const base64 = Buffer.from(bytes).toString('base64');
        expect(dataUrlBytes(`data:application/octet-stream;base64,${base64}`)?.bytes).toEqual(bytes);
        const percent = [...bytes].map((b) => `%${b.toString(16).padStart(2, '0')}`).join('');
        expect(dataUrlBytes(`data:application/octet-stream,${percent}`)?.bytes).toEqual(bytes);
      }),
    );
  });

  it('keep the type as it is stated', () => {
    expect(dataUrlBytes('data:text/csv;charset=utf-8;base64,YQ==')?.type).toBe('text/csv;charset=utf-8');
    expect(dataUrlBytes('data:,x')?.type).toBe('');
  });

  it('are none where the base64 is broken or it is no such address', () => {
    expect(textOf('data:text/csv;base64,a')).toBeNull();
    expect(textOf('data:text/csv;base64,*')).toBeNull();
    expect(textOf('data:text/csv')).toBeNull();
    expect(textOf('https://example.com/a,b')).toBeNull();
  });
});
