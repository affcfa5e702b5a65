import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { styled, workbookOf } from '../../../tests/workbook-of';

const orders = (from: number, to: number) =>
  `Order ID,Order date,Customer email,Total,Currency\n${Array.from(
    { length: to - from + 1 },
    (_, i) => `${from + i},2024-01-${10 + i},ola${i}@example.com,${i + 1}.50,PLN`,
  ).join('\n')}\n`;
const fileOf = (name: string, content: Uint8Array | string) =>
  new File([content as Uint8Array<ArrayBuffer>], name);
const book = workbookOf({
  formats: ['yyyy-mm-dd'],
  sheets: [
    {
      name: 'Orders',
      rows: [
        ['Order ID', 'Order date', 'Customer email', 'Total', 'Currency'],
        ['9001', styled(45_301, 1), 'jan@example.com', 100, 'PLN'],
        ['9002', styled(45_302, 1), 'ola1@example.com', 50, 'PLN'],
        ['9003', styled(45_303, 1), 'ewa@example.com', 25, 'PLN'],
      ],
    },
  ],
});

describe('files that hold files', () => {
  it('become one import with one report, however they are packed', async () => {
    const { engine } = memoryEngine();
    const { report, surveyed } = await importFiles(
      engine,
      fileOf('two.zip', zipSync({ 'a.csv': strToU8(orders(1, 4)), 'b.csv': strToU8(orders(5, 8)) })),
      fileOf('book.xlsx', book),
      fileOf('c.csv.gz', gzipSync(strToU8(orders(11, 14)))),
    );
    expect(surveyed.map((s) => s.survey.name)).toEqual([
      'two.zip › a.csv',
      'two.zip › b.csv',
      'book.xlsx',
      'c.csv',
    ]);
    expect(report.captures.map((c) => c.name)).toEqual(surveyed.map((s) => s.survey.name));
    expect(report).toMatchObject({ rowsSeen: 15, rowsKept: 15, rowsRefused: 0 });
    // ola0 … ola3 of the CSVs, and jan and ewa of the workbook; its ola1 is theirs.
    expect(report.state).toMatchObject({ orders: 15, people: 6 });
    expect(new Date(report.state.coverage?.from ?? 0).toISOString()).toMatch(/^2024-01-10/);
  });

  it('are known again whatever they come in', async () => {
    const { engine } = memoryEngine();
    const { report } = await importFiles(engine, fileOf('a.csv', orders(1, 4)));
    const [inZip] = await engine.survey({
      file: fileOf('z.zip', zipSync({ 'x.csv': strToU8(orders(1, 4)) })),
    });
    expect(inZip?.proposals[0]?.duplicateOf).toBe(report.captures[0]?.id);
  });

  it('do not keep one another from being read', async () => {
    const { engine } = memoryEngine();
    const zip = zipSync({
      'broken.xlsx': zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<') }),
      'a.csv': strToU8(orders(1, 4)),
      'logo.png': strToU8('x'),
    });
    const { report, surveyed } = await importFiles(engine, fileOf('all.zip', zip));
    expect(surveyed.map((s) => [s.survey.name, s.survey.problems.map((p) => p.code)])).toEqual([
      ['all.zip › broken.xlsx', ['workbook/damaged']],
      ['all.zip › a.csv', []],
      ['all.zip', ['archive/no-table']],
    ]);
    expect(report.rowsKept).toBe(4);
    for (const { surveyId } of surveyed) await engine.releaseSurvey({ surveyId });
  });

  it('say why their bytes broke off, where that shows while they are read', async () => {
    const { engine } = memoryEngine();
    const zip = zipSync({ 'a.csv': strToU8(orders(1, 4).repeat(2000)) }, { level: 0 });
    const middle = zip.length >> 1;
    zip[middle] = (zip[middle] ?? 0) ^ 0xff;
    const [found] = await engine.survey({ file: fileOf('a.zip', zip) });
    expect(found?.survey).toMatchObject({ tables: [], problems: [{ code: 'archive/damaged' }] });
  });

  it('leave nothing open where reading was cancelled', async () => {
    const { engine } = memoryEngine();
    const abort = new AbortController();
    const zip = zipSync({ 'a.csv': strToU8(orders(1, 4)), 'b.csv': strToU8(orders(5, 8)) });
    let readings = 0;
    const surveying = engine.survey(
      { file: fileOf('a.zip', zip) },
      { signal: abort.signal, onProgress: () => ++readings === 2 && abort.abort() },
    );
    await expect(surveying).rejects.toMatchObject({ name: 'AbortError' });
    const [first] = await engine.survey({ file: fileOf('a.csv', orders(1, 4)) });
    // Had the first of the two been left open, this would be read twice.
    expect(first?.proposals[0]).toMatchObject({ readTwice: false });
  });

  it('carry what their sheets say into the passport', async () => {
    const { engine } = memoryEngine();
    const hidden = workbookOf({
      sheets: [
        {
          name: 'Secret',
          state: 'hidden',
          rows: orders(1, 3)
            .trimEnd()
            .split('\n')
            .map((l) => l.split(',')),
        },
      ],
    });
    const { report } = await importFiles(engine, fileOf('h.xlsx', hidden));
    expect(report.captures[0]?.passport.problems.map((p) => p.code)).toContain('sheet/hidden');
  });
});
