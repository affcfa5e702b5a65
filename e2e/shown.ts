import type { Page } from '@playwright/test';

/** What a page shows, read in a way of its own: `innerText` of each cell, given where rows and cells are. */
export function shownTable(
  page: Page,
  where: { readonly row: string; readonly cell: string; readonly without?: string },
): Promise<string[][]> {
  return page.evaluate(({ row, cell, without }) => {
    return [...document.querySelectorAll(row)].map((r) =>
      [...r.querySelectorAll<HTMLElement>(cell)].map((c) => {
        let text = c.innerText;
        for (const part of without ? c.querySelectorAll<HTMLElement>(without) : []) {
          text = text.replace(part.innerText, '');
        }
        return text.replace(/[ \t\n]+/g, ' ').trim();
      }),
    );
  }, where);
}

/** Sum of a column of texts, in English or Polish figures. */
export function sumOf(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((sum, row) => sum + figure(row[column] ?? ''), 0);
}

/** `1,234.50`, `1 234,50 zł`, `zł1,234.50`; a dash is nothing. */
export function figure(text: string): number {
  const digits = text.replace(/[^\d.,-]/g, '');
  if (!/\d/.test(digits)) return 0;
  const decimal = /[.,](\d{1,2})$/.exec(digits)?.[1];
  const whole = decimal === undefined ? digits : digits.slice(0, -decimal.length - 1);
  return Number(`${whole.replace(/\D/g, '')}.${decimal ?? '0'}`);
}
