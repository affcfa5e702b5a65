import { describe, expect, it } from 'vitest';
import { sampleFiles } from './sample-files';

describe('sampleFiles', () => {
  it('is the same every time', async () => {
    const [a, b] = await Promise.all([texts(), texts()]);
    expect(a).toEqual(b);
  });

  it('has as many cells in every row as in its header', async () => {
    for (const text of await texts()) {
      const table = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      const widths = new Set(table.map((line) => line.split(',').length));
      expect(widths.size, table[0]).toBe(1);
    }
  });

  it('has the orders its customers are said to have', async () => {
    const [orders = '', customers = ''] = await texts();
    const heads = orders.split('\n').filter((line) => / \+0100/.test(line) && line.includes(',PLN,'));
    const stated = customers
      .trim()
      .split('\n')
      .slice(1)
      .reduce((sum, line) => sum + Number(line.split(',')[10]), 0);
    expect(heads.length).toBe(stated);
    expect(stated).toBeGreaterThan(3000);
  });
});

async function texts(): Promise<string[]> {
  return Promise.all(sampleFiles().map((f) => f.text()));
}
