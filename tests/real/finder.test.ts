import { describe, expect, it } from 'vitest';
import type { FinderRequest, Finding, Findings } from '../../src/compare/finder/findings';
import type { Rule } from '../../src/segments/rule/rule';
import { newcombeDifference } from '../../src/stats/proportions/newcombe-difference';
import { importFiles, memoryEngine } from '../memory-engine';
import { hasShared, sharedText } from '../shared-data';

async function found(file: File, rule: Rule, more: Partial<FinderRequest> = {}) {
  const { engine } = memoryEngine();
  await importFiles(engine, file);
  const { id } = await engine.saveSegment({ name: 'Chosen', description: '', rule });
  const findings = await engine.differsMost({
    grain: 'person',
    segmentId: id,
    againstId: null,
    asOf: null,
    measured: { kind: 'held' },
    currency: null,
    reportId: null,
    minimumEffect: 0.2,
    ...more,
  });
  return { engine, findings };
}

const byId = (findings: Findings, id: string): Finding | undefined =>
  findings.findings.find((finding) => finding.id === id);

function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    // Hillstrom's segment of spend holds a comma; nothing else does.
    const cells = line.replace(/,000/g, '000').split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

describe.skipIf(!hasShared)(
  'What differs most in Telco between who left and who stayed (needs shared data)',
  () => {
    const text = hasShared ? sharedText('data/telco/Telco-Customer-Churn.csv') : '';
    const rows = rowsOf(text);
    const left = rows.filter((row) => row['Churn'] === 'Yes');
    const stayed = rows.filter((row) => row['Churn'] === 'No');
    const churned: Rule = { kind: 'attribute', field: 'custom:Churn', test: { op: 'is-yes' } };
    const search = hasShared ? found(new File([text], 'telco.csv'), churned) : null;
    const telco = async () => (await search)?.findings as Findings;

    it('is the monthly contract first of all, counted as a plain filter counts it', async () => {
      const { findings, segment, against } = await telco();
      expect([segment.size, against.size]).toEqual([left.length, stayed.length]);
      const [first] = findings;
      expect(first?.id).toBe('people:custom:Contract:is:Month-to-month');
      const monthly = (list: typeof rows) => list.filter((r) => r['Contract'] === 'Month-to-month').length;
      expect([first?.a.hits, first?.b.hits]).toEqual([monthly(left), monthly(stayed)]);
      expect(first?.difference).toEqual({
        value: expect.closeTo(monthly(left) / left.length - monthly(stayed) / stayed.length, 12),
        interval: newcombeDifference(monthly(left), left.length, monthly(stayed), stayed.length).interval,
      });
    });

    it('counts every share among the findings as a plain filter does', async () => {
      const findings = await telco();
      const shares = findings.findings.filter(
        (f) => f.subject.asks === 'is' && f.subject.value !== 'yes' && f.subject.value !== '1',
      );
      expect(shares.length).toBeGreaterThan(8);
      for (const { subject, a, b } of shares) {
        const field = subject.field.replace('custom:', '');
        const count = (list: typeof rows) => list.filter((row) => row[field] === subject.value).length;
        expect([a.hits, b.hits], field).toEqual([count(left), count(stayed)]);
      }
    });

    it('does not tell that who left has left, nor what says the same twice', async () => {
      const findings = await telco();
      expect(findings.leftOut).toContainEqual(
        expect.objectContaining({ field: 'custom:Churn', reason: 'defines' }),
      );
      const noInternet = byId(findings, 'people:custom:InternetService:is:No');
      expect(noInternet?.alike.map((s) => s.field)).toContain('custom:TechSupport');
      expect(byId(findings, 'people:custom:TechSupport:is:No internet service')).toBeUndefined();
    });

    it('sees that total charges turn round within tenure: who left had paid less for having been there less', async () => {
      const charges = byId(await telco(), 'people:custom:TotalCharges:amount');
      expect(charges?.verdict).toBe('turns-round');
      const tenure = charges?.strata.find(({ by }) => by === 'tenure');
      const mean = (list: typeof rows, from: number, to: number) => {
        const amounts = list
          .filter((r) => Number(r['tenure']) >= from && Number(r['tenure']) < to && r['TotalCharges'] !== ' ')
          .map((r) => Number(r['TotalCharges']));
        return amounts.reduce((sum, v) => sum + v, 0) / amounts.length;
      };
      const last = tenure?.strata.at(-1);
      expect(last?.value).toBe('≥ 55');
      expect(last?.a?.value).toBeCloseTo(mean(left, 55, 100) * 100, 4);
      expect(last?.b?.value).toBeCloseTo(mean(stayed, 55, 100) * 100, 4);
      expect(last?.a?.value).toBeGreaterThan(last?.b?.value ?? Number.NaN);
    });

    it('saves a value as a segment of just those who have it', async () => {
      const { engine, findings } = await (search as NonNullable<typeof search>);
      const rule = byId(findings, 'people:custom:Contract:is:Month-to-month')?.rule as Rule;
      const preview = await engine.previewRule({ rule, asOf: null, currency: null });
      expect(preview.in).toBe(rows.filter((r) => r['Contract'] === 'Month-to-month').length);
    });
  },
);

describe.skipIf(!hasShared)('What differs most in Hillstrom (needs shared data)', () => {
  const text = hasShared ? sharedText('data/hillstrom/hillstrom.csv.gz') : '';
  const rows = rowsOf(text);
  const arm = (name: string): Rule => ({
    kind: 'attribute',
    field: 'custom:segment',
    test: { op: 'is-any-of', values: [name] },
  });

  it('is who came by after the men’s e-mail, and no more: the arms were dealt at random', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, new File([text], 'hillstrom.csv'));
    const [mens, none] = await Promise.all(
      ['Mens E-Mail', 'No E-Mail'].map((name) =>
        engine.saveSegment({ name, description: '', rule: arm(name) }),
      ),
    );
    const findings = await engine.differsMost({
      grain: 'person',
      segmentId: mens?.id ?? '',
      againstId: none?.id ?? '',
      asOf: null,
      measured: { kind: 'held' },
      currency: null,
      reportId: null,
      minimumEffect: 0.2,
    });
    expect(findings.findings.map((f) => f.subject.field)).toEqual(['custom:visit']);
    const visits = (name: string) =>
      rows.filter((row) => row['segment'] === name && row['visit'] === '1').length;
    const [visit] = findings.findings;
    expect([visit?.a.hits, visit?.b.hits]).toEqual([visits('Mens E-Mail'), visits('No E-Mail')]);
    expect(visit?.a.value).toBeCloseTo(0.1828, 4);
    expect(visit?.b.value).toBeCloseTo(0.1062, 4);
    expect(visit?.verdict).toBe('holds');
  });
});
