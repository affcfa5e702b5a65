import { describe, expect, it } from 'vitest';
import { memoryEngine, surveyOnly } from '../../../tests/memory-engine';

const WINDOWS_1250 = Uint8Array.from([
  ...new TextEncoder().encode('E-mail,Miasto\na@example.com,'),
  // `Łódź`, and a customer called `Żak`.
  0xa3,
  0xf3,
  0x64,
  0x9f,
  10,
  ...new TextEncoder().encode('b@example.com,'),
  0xaf,
  0x61,
  0x6b,
  10,
]);

describe('a source read as the person says it is written', () => {
  it('keeps its id, and gives the letters of the encoding told', async () => {
    const { engine } = memoryEngine();
    const first = await surveyOnly(engine, new File([WINDOWS_1250], 'klienci.csv'));
    const wrong = await engine.resurvey({ surveyId: first.surveyId, told: { encoding: 'windows-1252' } });
    expect(wrong.survey.tables[0]?.sample[0]?.[1]).toBe('£ódŸ');
    const right = await engine.resurvey({ surveyId: first.surveyId, told: { encoding: 'windows-1250' } });
    expect(right.surveyId).toBe(first.surveyId);
    expect(right.survey.tables[0]?.sample.map((row) => row[1])).toEqual(['Łódź', 'Żak']);
    expect(right.proposals[0]).toMatchObject({ readTwice: false, duplicateOf: null });
    const report = await engine.importTables({
      tables: [{ surveyId: right.surveyId, tableIndex: 0, mapping: right.proposals[0]!.mapping }],
    });
    expect(report.rowsKept).toBe(2);
    expect(report.captures[0]?.passport.source).toMatchObject({ encoding: 'windows-1250' });
  });

  it('parts columns by the mark told', async () => {
    const { engine } = memoryEngine();
    const file = new File(['a|b;c\n1|2;3\n4|5;6\n'], 'x.csv');
    const { surveyId } = await surveyOnly(engine, file);
    const bars = await engine.resurvey({ surveyId, told: { delimiter: '|' } });
    expect(bars.survey.tables[0]?.columns.map((c) => c.header)).toEqual(['a', 'b;c']);
    const semicolons = await engine.resurvey({ surveyId, told: { delimiter: ';' } });
    expect(semicolons.survey.tables[0]?.columns.map((c) => c.header)).toEqual(['a|b', 'c']);
  });

  it('fails for what is on the desk no more', async () => {
    const { engine } = memoryEngine();
    await expect(engine.resurvey({ surveyId: 'gone', told: {} })).rejects.toMatchObject({
      code: 'import/source-gone',
    });
  });
});
