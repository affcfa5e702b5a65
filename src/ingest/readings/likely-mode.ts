import { minorUnits } from '../../core/minor-units';
import { CONVENTION_SHIFT, CONVENTIONS, DATE_SHIFT, KIND, KIND_MASK, NUMBER } from './cell-shape';
import { headerCurrency } from './currencies';
import { headerKinds } from './header-kinds';
import { DMY, MDY, YMD } from './read-date';
import { type NumberStyle, numberStyle } from './read-number';

/** How the cells of a column are read one by one. */
export type ValueMode =
  | { readonly kind: 'number'; readonly style: NumberStyle; readonly shift: number }
  | { readonly kind: 'date'; readonly order: 'ymd' | 'dmy' | 'mdy' | 'compact'; readonly bit: number };

/** Share of the first values a column is taken for numbers or dates by. */
const LIKELY = 0.9;
const NOT_PLAIN = NUMBER.percent | NUMBER.currency | NUMBER.exponent | NUMBER.leadingZero | NUMBER.long;
const COMPACT = NUMBER.compactDate | NUMBER.compactTime;

/**
 * What a column of very many distinct values is taken for, by the shapes of its first ones.
 * @param shapes one a distinct value
 */
export function likelyMode(
  shapes: Int32Array,
  header: string,
): { readonly kind: 'coded'; readonly wordsAreText: boolean } | ValueMode {
  let numbers = 0;
  let plain = 0;
  let compact = 0;
  let big = 0;
  let dates = 0;
  const fits = new Uint32Array(CONVENTIONS.length);
  const orders = new Map([
    [YMD, 0],
    [DMY, 0],
    [MDY, 0],
  ]);
  for (const shape of shapes) {
    const kind = shape & KIND_MASK;
    if (kind === KIND.number) {
      numbers++;
      if ((shape & NOT_PLAIN) === 0) plain++;
      if ((shape & COMPACT) !== 0) compact++;
      if ((shape & NUMBER.big) !== 0) big++;
      for (let c = 0; c < fits.length; c++) if (((shape >> CONVENTION_SHIFT) & (1 << c)) !== 0) fits[c]!++;
    } else if (kind === KIND.date) {
      dates++;
      for (const [bit, n] of orders) {
        if (((shape >> DATE_SHIFT) & bit) !== 0) orders.set(bit, n + 1);
      }
    }
  }
  const enough = shapes.length * LIKELY;
  if (dates >= enough) {
    const [bit] = [...orders].sort((a, b) => b[1] - a[1])[0] as [number, number];
    return { kind: 'date', order: bit === YMD ? 'ymd' : bit === DMY ? 'dmy' : 'mdy', bit };
  }
  const coded = { kind: 'coded', wordsAreText: dates === 0 && numbers < shapes.length * 0.5 } as const;
  const kinds = headerKinds(header);
  // Identifiers are kept as they are written: as numbers they would have to be read again.
  if (kinds.id && !kinds.counted) return coded;
  if (compact >= enough) return { kind: 'date', order: 'compact', bit: 0 };
  if (big >= enough && !kinds.amount && !kinds.time && !kinds.counted) return coded;
  if (plain >= enough) {
    const convention = CONVENTIONS[fits.indexOf(Math.max(...fits))] as (typeof CONVENTIONS)[number];
    const currency = headerCurrency(header);
    const money = currency !== null || kinds.amount;
    const shift = money ? Math.round(Math.log10(minorUnits(currency))) : 0;
    return { kind: 'number', style: numberStyle(convention), shift };
  }
  return coded;
}
