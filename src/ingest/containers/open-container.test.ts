import { gzipSync as gzipNode } from 'node:zlib';
import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openedTexts } from '../../../tests/opened-texts';
import { workbookOf } from '../../../tests/workbook-of';
import { surveyFile } from '../survey-file';
import { CAPS } from './caps';
import { openContainer } from './open-container';

const signal = new AbortController().signal;
const csv = 'Order,Email,Total\n1001,ola@example.com,10.50\n1002,jan@example.com,7.00\n';
const codes = (found: Awaited<ReturnType<typeof openedTexts>>) =>
  found.map(({ problems }) => problems.map((p) => p.code));

describe('what a file holds', () => {
  it('is the file itself where it is a table', async () => {
    expect(await openedTexts('orders.csv', csv)).toEqual([{ name: 'orders.csv', text: csv, problems: [] }]);
  });

  it('is known by its bytes: a gzip, a ZIP and a workbook under other names', async () => {
    expect(await openedTexts('orders.csv', gzipSync(strToU8(csv)))).toMatchObject([{ text: csv }]);
    const zip = zipSync({ 'a.csv': strToU8(csv) });
    expect(await openedTexts('download', zip)).toMatchObject([{ name: 'download › a.csv', text: csv }]);
    const book = workbookOf({ sheets: [{ name: 'S', rows: [['a'], [1]] }] });
    expect(await openedTexts('report.csv', book)).toMatchObject([{ name: 'report.csv', text: 'a\n1\n' }]);
  });

  it('is every table of a ZIP, by folders, without what a system put in', async () => {
    const zip = zipSync({
      'Queries.csv': strToU8(csv),
      'deep/Pages.csv': strToU8('Page,Clicks\n/,3\n'),
      '__MACOSX/._Queries.csv': strToU8('\u0000junk'),
      '.DS_Store': strToU8('x'),
      'empty-folder/': new Uint8Array(0),
    });
    expect((await openedTexts('site.zip', zip)).map(({ name, text }) => [name, text])).toEqual([
      ['site.zip › Queries.csv', csv],
      ['site.zip › deep/Pages.csv', 'Page,Clicks\n/,3\n'],
    ]);
  });

  it('names what was in a ZIP and is no table', async () => {
    const found = await openedTexts('a.zip', zipSync({ 'logo.png': strToU8('x'), 'a.csv': strToU8(csv) }));
    expect(found).toMatchObject([
      { text: csv },
      { name: 'a.zip', text: null, problems: [{ code: 'archive/no-table', value: 'logo.png' }] },
    ]);
  });

  it('is followed through a workbook in a ZIP in a gzip, and a gzip in a ZIP', async () => {
    const book = workbookOf({
      sheets: [
        {
          name: 'S',
          rows: [
            ['a', 'b'],
            [1, 'x'],
          ],
        },
      ],
    });
    const zip = zipSync({ 'book.xlsx': book, 'rows.csv.gz': gzipSync(strToU8(csv)) });
    expect((await openedTexts('all.zip.gz', gzipSync(zip))).map((f) => [f.name, f.text])).toEqual([
      ['all.zip › book.xlsx', 'a,b\n1,x\n'],
      ['all.zip › rows.csv', csv],
    ]);
  });

  it('is read the same from a ZIP as from the disk, and may be read twice', async () => {
    const [part] = await openContainer(
      new File([zipSync({ 'a.csv': strToU8(csv) }) as Uint8Array<ArrayBuffer>], 'a.zip'),
      { signal },
    );
    if (part?.kind !== 'table') throw new Error('no table');
    for (let i = 0; i < 2; i++) {
      const survey = await surveyFile(part.source, { signal });
      expect(survey.tables[0]).toMatchObject({ rows: 2 });
      expect(survey.problems).toEqual([]);
    }
  });

  it('comes back byte for byte from any ZIP', async () => {
    const content = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }).map((s) => strToU8(`h,${s}`)),
      fc.nat(80_000).map((n) => strToU8(`h\n${'ab1,'.repeat(n)}`)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-zą-ż0-9]{1,8}\.csv$/), content, { minKeys: 1, maxKeys: 5 }),
        fc.constantFrom(0 as const, 6 as const),
        fc.boolean(),
        async (files, level, commented) => {
          const zip = zipSync(files, { level, ...(commented && { comment: 'PK\u0005\u0006 said' }) });
          const found = await openedTexts('x.zip', zip);
          expect(new Map(found.map((f) => [f.name.slice('x.zip › '.length), f.text]))).toEqual(
            new Map(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])),
          );
        },
      ),
      { numRuns: 25 },
    );
  }, 30_000);
});

/** One byte over the floor, in a few kilobytes. */
const gzipped64 = () => new Uint8Array(gzipNode(Buffer.alloc(CAPS.ratioFloorBytes + 1), { level: 1 }));

describe('what can not be unpacked', () => {
  const zip = zipSync({ 'a.csv': strToU8(csv.repeat(50)) });
  const find = (bytes: Uint8Array, signature: number) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i < bytes.length - 4; i++) if (view.getUint32(i, true) === signature) return i;
    throw new Error('not there');
  };
  const patched = (patch: (view: DataView, entry: number, local: number) => void) => {
    const bytes = zip.slice();
    patch(new DataView(bytes.buffer), find(bytes, 0x02014b50), find(bytes, 0x04034b50));
    return bytes;
  };

  it('says that a password protects it', async () => {
    const locked = patched((view, entry) => view.setUint16(entry + 8, 1, true));
    expect(codes(await openedTexts('a.zip', locked))).toEqual([['archive/encrypted']]);
  });

  it('says that its packing is not known', async () => {
    const found = await openedTexts(
      'a.zip',
      patched((view, entry) => view.setUint16(entry + 10, 14, true)),
    );
    expect(found[0]?.problems).toEqual([{ code: 'archive/method', params: { method: 14 } }]);
  });

  it('says that bytes are not those that were packed', async () => {
    const wrongSum = patched((view, entry) => view.setUint32(entry + 16, 1, true));
    const broken = patched((view, _, local) => view.setUint32(local + 50, 0xdeadbeef, true));
    const longer = patched((view, entry) => view.setUint32(entry + 24, 100, true));
    for (const bytes of [wrongSum, broken, longer]) {
      expect(await openedTexts('a.zip', bytes)).toMatchObject([
        { text: null, problems: [{ code: 'archive/damaged' }] },
      ]);
    }
  });

  it('says so of every ZIP that was cut off, and never hangs or throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: zip.length - 1 }), async (length) => {
        expect(codes(await openedTexts('a.zip', zip.slice(0, length)))).toEqual([['archive/damaged']]);
      }),
    );
  });

  it('answers in problems whatever byte of a ZIP or workbook is changed', async () => {
    const book = workbookOf({
      sheets: [
        {
          name: 'S',
          rows: [
            ['a', 'b'],
            [1, 'x'],
            [2, 'y'],
          ],
        },
      ],
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(zip, book), fc.nat(), fc.nat(255), async (of, at, byte) => {
        const bytes = of.slice();
        bytes[4 + (at % (bytes.length - 4))] = byte;
        expect((await openedTexts('a.zip', bytes)).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('does not unpack a bomb', async () => {
    const stated = patched((view, entry) => view.setUint32(entry + 24, CAPS.ratioFloorBytes + 1, true));
    expect(codes(await openedTexts('a.zip', stated))).toEqual([['archive/ratio']]);
    const gzipped = await openedTexts('a.gz', gzipped64());
    expect(gzipped).toMatchObject([{ text: null, problems: [{ code: 'archive/ratio' }] }]);
  }, 30_000);

  it('does not believe a small stated size', async () => {
    const small = patched((view, entry) => view.setUint32(entry + 24, 10, true));
    expect(codes(await openedTexts('a.zip', small))).toEqual([['archive/damaged']]);
  });

  it('does not unpack the same bytes under many names', async () => {
    const two = zipSync({ 'a.csv': strToU8(csv), 'b.csv': strToU8(csv) });
    const view = new DataView(two.buffer);
    const entry = find(two, 0x02014b50);
    const second = entry + 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true);
    view.setUint32(second + 42, 0, true);
    expect(codes(await openedTexts('a.zip', two))).toEqual([['archive/damaged']]);
  });

  it('stops at ZIPs in ZIPs in ZIPs', async () => {
    let nested = zipSync({ 'a.csv': strToU8(csv) });
    for (let i = 0; i < CAPS.depth; i++) nested = zipSync({ 'z.zip': nested });
    expect(codes(await openedTexts('a.zip', nested))).toEqual([['archive/too-deep']]);
  });

  it('stops at too many files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: CAPS.members + 1 }, (_, i) => [`${i}.csv`, strToU8('a')]),
    );
    expect(codes(await openedTexts('a.zip', zipSync(many)))).toEqual([['archive/too-many-members']]);
  });

  it('names members, and never goes where they point', async () => {
    const zip = zipSync({ '../../etc/pass\u202ewd.csv': strToU8(csv), '/root.csv': strToU8(csv) });
    expect((await openedTexts('a.zip', zip)).map((f) => f.name)).toEqual([
      'a.zip › etc/passwd.csv',
      'a.zip › root.csv',
    ]);
  });

  it('says of an empty ZIP that it is empty', async () => {
    expect(codes(await openedTexts('a.zip', zipSync({})))).toEqual([['file/empty']]);
    expect(codes(await openedTexts('a.zip', zipSync({ 'folder/': new Uint8Array(0) })))).toEqual([
      ['file/empty'],
    ]);
  });

  it('tells a workbook under a password from an old one', async () => {
    const ole = (name: string) => {
      const bytes = new Uint8Array(2048);
      const view = new DataView(bytes.buffer);
      view.setUint32(0, 0xe011cfd0, true);
      view.setUint32(4, 0xe11ab1a1, true);
      view.setUint16(30, 9, true);
      view.setUint32(48, 1, true);
      for (let i = 0; i < name.length; i++) view.setUint16(1024 + 2 * i, name.charCodeAt(i), true);
      return bytes;
    };
    expect(codes(await openedTexts('a.xlsx', ole('EncryptedPackage')))).toEqual([['archive/encrypted']]);
    expect(codes(await openedTexts('a.xls', ole('Workbook')))).toEqual([['workbook/other-format']]);
  });

  it('knows spreadsheets of other programs', async () => {
    const ods = zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') });
    expect(codes(await openedTexts('a.ods', ods))).toEqual([['workbook/other-format']]);
    const xlsb = zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.bin': strToU8('x') });
    expect(codes(await openedTexts('a.xlsb', xlsb))).toEqual([['workbook/other-format']]);
  });

  it('takes a web page that calls itself a workbook for what it is, and tabs in one for a table', async () => {
    expect(codes(await openedTexts('r.xls', '<html><table><tr><td>1'))).toEqual([['workbook/other-format']]);
    expect(await openedTexts('r.xls', 'a\tb\n1\t2\n')).toMatchObject([{ text: 'a\tb\n1\t2\n' }]);
  });

  it('says that a file went away', async () => {
    const gone = Object.assign(new File(['x'], 'a.csv'), {
      stream: () => new ReadableStream({ start: (c) => c.error(new TypeError('network error')) }),
    });
    expect(await openContainer(gone, { signal })).toMatchObject([
      { kind: 'unread', problems: [{ code: 'file/unreadable' }] },
    ]);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(openedTexts('a.zip', zip, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('ZIP64', () => {
  /** One stored member whose sizes and offset, and whose directory's place, stand in 64-bit fields only. */
  function zip64(name: string, text: string): Uint8Array {
    const data = strToU8(text);
    const plain = zipSync({ [name]: data }, { level: 0 });
    const crc = new DataView(plain.buffer).getUint32(14, true);
    const label = strToU8(name);
    const bytes = new Uint8Array(30 + label.length + data.length + 46 + label.length + 28 + 56 + 20 + 22);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 0x04034b50, true);
    view.setUint16(26, label.length, true);
    bytes.set(label, 30);
    bytes.set(data, 30 + label.length);
    const entry = 30 + label.length + data.length;
    view.setUint32(entry, 0x02014b50, true);
    view.setUint16(entry + 8, 0x800, true);
    view.setUint32(entry + 16, crc, true);
    for (const at of [20, 24, 42]) view.setUint32(entry + at, 0xffffffff, true);
    view.setUint16(entry + 28, label.length, true);
    view.setUint16(entry + 30, 28, true);
    bytes.set(label, entry + 46);
    const extra = entry + 46 + label.length;
    view.setUint16(extra, 1, true);
    view.setUint16(extra + 2, 24, true);
    view.setBigUint64(extra + 4, BigInt(data.length), true);
    view.setBigUint64(extra + 12, BigInt(data.length), true);
    const end64 = extra + 28;
    view.setUint32(end64, 0x06064b50, true);
    view.setBigUint64(end64 + 4, 44n, true);
    view.setBigUint64(end64 + 32, 1n, true);
    view.setBigUint64(end64 + 40, BigInt(end64 - entry), true);
    view.setBigUint64(end64 + 48, BigInt(entry), true);
    view.setUint32(end64 + 56, 0x07064b50, true);
    view.setBigUint64(end64 + 64, BigInt(end64), true);
    const end = end64 + 76;
    view.setUint32(end, 0x06054b50, true);
    view.setUint16(end + 10, 0xffff, true);
    view.setUint32(end + 12, 0xffffffff, true);
    view.setUint32(end + 16, 0xffffffff, true);
    return bytes;
  }

  it('is read as any other', async () => {
    expect(await openedTexts('big.zip', zip64('zamówienia.csv', csv))).toEqual([
      { name: 'big.zip › zamówienia.csv', text: csv, problems: [] },
    ]);
  });

  it('reads a name of Polish Windows that is not UTF-8', async () => {
    const bytes = zip64('a_b.csv', csv);
    for (let i = 0; i < bytes.length - 3; i++) {
      if (bytes[i] === 97 && bytes[i + 1] === 95 && bytes[i + 2] === 98) bytes[i + 1] = 0xa2;
    }
    expect((await openedTexts('x.zip', bytes))[0]?.name).toBe('x.zip › aób.csv');
  });
});
