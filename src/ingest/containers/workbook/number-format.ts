/** What a number format makes of a number, as far as it changes what the number means. */
export type CellStyle =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' | 'date-time' | 'time' | 'elapsed' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'money'; readonly currency: string }
  /** `00000`: leading zeros belong to the value (codes, postcodes). */
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: CellStyle = { kind: 'plain' };

/** ECMA-376 §18.8.30; 27-36 and 50-58 are dates in East Asian locales. */
function builtIn(id: number): CellStyle {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) {
    return { kind: 'date' };
  }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return { kind: 'time' };
  if (id === 22) return { kind: 'date-time' };
  return id === 46 ? { kind: 'elapsed' } : PLAIN;
}

const CURRENCY = /^(?:[A-Z]{3}|[$€£¥₴₺₽₹₩₪₫฿]|zł|Kč|kr\.?|lei|Ft|R\$|[A-Z]{1,2}\$|CHF|лв\.?|din\.?)$/u;

/** The format of an id; `code` is the workbook's own for it, which goes before what is built in. */
export function numberFormat(id: number, code: string | null): CellStyle {
  if (code === null) return builtIn(id);
  const currency = currencyOf(code);
  const [shown = ''] = sections(code);
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(shown);
  const bare = shown
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[\\_*]./g, '');
  if (elapsed) return { kind: 'elapsed' };
  if (/general/i.test(bare)) return PLAIN;
  if (/[dmyhs]/i.test(bare) && !/[#?]/.test(bare)) {
    const clock = /[hs]/i.test(bare);
    const day = /[dy]/i.test(bare) || (!clock && /m/i.test(bare));
    return { kind: day ? (clock ? 'date-time' : 'date') : 'time' };
  }
  if (bare.includes('%')) return { kind: 'percent' };
  if (currency !== null && /[0#]/.test(bare)) return { kind: 'money', currency };
  const zeros = /^(0{2,})$/.exec(bare.trim());
  return zeros === null ? PLAIN : { kind: 'padded', digits: (zeros[1] as string).length };
}

function sections(code: string): readonly string[] {
  const out: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < code.length; i++) {
    const c = code[i];
    if (c === '"') quoted = !quoted;
    else if (c === '\\' && !quoted) i++;
    else if (c === ';' && !quoted) {
      out.push(code.slice(from, i));
      from = i + 1;
    }
  }
  out.push(code.slice(from));
  return out;
}

/** `[$zł-415]`, `"zł"`, `€`: the currency a format shows; `[$-415]` is a language only. */
function currencyOf(code: string): string | null {
  const marks = [
    ...[...code.matchAll(/\[\$([^\]-]+)/g)].map((m) => m[1] as string),
    ...[...code.matchAll(/"([^"]+)"/g)].map((m) => m[1] as string),
    ...(code.replace(/"[^"]*"|\[[^\]]*\]/g, '').match(/[$€£¥]/gu) ?? []),
  ];
  for (const mark of marks) if (CURRENCY.test(mark.trim())) return mark.trim();
  return null;
}
