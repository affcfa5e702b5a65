import { headerWords } from '../mapping/header-words';

/**
 * Tells statuses that are sales from others: compared as plain words, without what stands in brackets behind them
 * (`Closed won (Sales pipeline)`). Null where nothing says which are, so that any is.
 */
export function saleTest(sales: readonly string[] | undefined): ((status: string) => boolean) | null {
  if (sales === undefined || sales.length === 0) return null;
  const words = new Set(sales.map(statusWords));
  words.delete('');
  return (status) => words.has(statusWords(status));
}

const statusWords = (text: string): string => headerWords(text.replace(/\s*\([^()]*\)\s*$/, ''));
