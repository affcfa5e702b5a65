import { describe, expect, it } from 'vitest';
import { isAverageColumn } from './is-average-column';

describe('isAverageColumn', () => {
  it('knows amounts that are so much for each of something', () => {
    for (const header of [
      'Avg. CPC',
      'Cost / conv.',
      'Cost per results',
      'CPM (PLN)',
      'Średnia wartość zamówienia',
      'Śr. CPC',
      'Koszt na wynik',
      'Przychód na użytkownika',
      'Average purchase revenue',
      'ARPU',
    ])
      expect(isAverageColumn(null, header), header).toBe(true);
    expect(isAverageColumn('costPerConversion', 'Koszt konw.')).toBe(true);
    expect(isAverageColumn('averagePurchaseRevenuePerUser', 'x')).toBe(true);
  });

  it('lets sums be sums', () => {
    for (const header of [
      'Cost',
      'Total revenue',
      'Conv. value',
      'Wydatki na reklamy',
      'Amount spent (USD)',
      'Budget',
      'Purchase revenue',
      'Sales (€)',
      'Przychód',
      'Person value',
    ])
      expect(isAverageColumn(null, header), header).toBe(false);
    expect(isAverageColumn('totalRevenue', 'Total revenue')).toBe(false);
  });
});
