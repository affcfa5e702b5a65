import { type Column, NULL_CODE, type TextColumn, textAt } from '../../core/column';
import { minorUnits } from '../../core/minor-units';
import { headerWords } from '../mapping/header-words';
import { writtenCurrency } from '../readings/written-currency';
import { currencyCodes } from './currency-codes';
import type { KeptColumn, KeptTable } from './kept-table';

export interface AmountsCurrency {
  readonly column: Column;
  /** Null where it is not said, and where rows are in several. */
  readonly currency: string | null;
  /** Each row's own, where they are several. */
  readonly rowCurrency: TextColumn | null;
}

/** A cell's own currency goes before the row's (a currency column), that before what the column or the table states. */
export function amountsCurrency(
  kept: KeptTable,
  { mapping, column, cellCurrency }: KeptColumn,
): AmountsCurrency {
  const { reading } = mapping;
  const stated = (reading.kind === 'money' ? reading.currency : null) ?? kept.mapping.currency;
  const ofRows = currencyColumn(kept);
  if (column.type !== 'money' || (cellCurrency === null && ofRows === null))
    return { column, currency: column.type === 'money' ? stated : null, rowCurrency: null };

  const { dictionary, codeOf } = currencyCodes();
  // Written in minor units, they are those of the row's own currency already.
  const isMinor = reading.kind === 'money' && reading.minor === true;
  // Amounts were typed in the minor units of the cell, or of what the column states.
  const typedIn = minorUnits(stated === null ? null : writtenCurrency(stated));
  const values = column.values.slice();
  const codes = new Int32Array(kept.rows).fill(NULL_CODE);
  for (let row = 0; row < codes.length; row++) {
    // Nothing is nothing in any currency.
    if (!(Math.abs(values[row]!) > 0)) continue;
    const cell = cellCurrency === null ? null : textAt(cellCurrency, row);
    const own = cell || (ofRows !== null && textAt(ofRows, row)) || stated;
    if (own === null) continue;
    const code = codeOf(own);
    codes[row] = code;
    if (own !== cell && code !== NULL_CODE && !isMinor)
      values[row]! *= minorUnits(dictionary[code]!) / typedIn;
  }
  const several = dictionary.length > 1;
  return {
    column: { ...column, values },
    currency: several ? null : (dictionary[0] ?? stated),
    rowCurrency: several ? { type: 'text', codes, dictionary } : null,
  };
}

/** The column that names each row's currency. */
function currencyColumn({ columns }: KeptTable): TextColumn | null {
  const named = columns.find(({ mapping: { target, header }, column }) =>
    target.kind === 'field'
      ? target.field === 'currency'
      : column.type === 'text' &&
        /\b(currency|waluta|wahrung)\b/.test(headerWords(header)) &&
        column.dictionary.every((text) => /^[A-Z]{3}$/.test(writtenCurrency(text))),
  )?.column;
  return named?.type === 'text' ? named : null;
}
