import type { OrderLine } from './order-line';

/** `2× Green tea, 1× Cup, blue` → two lines: a new one begins only where a count and `×` do. Null where it is no such list. */
export function packedLines(text: string): readonly OrderLine[] | null {
  const parts = text.trim().split(/,\s*(?=-?\d+\s?×\s)/u);
  const lines = parts.map((part): OrderLine | null => {
    const match = /^(-?\d+)\s?×\s+(\S.*)$/su.exec(part.trim());
    return match === null
      ? null
      : {
          product: (match[2] as string).trim(),
          quantity: Number(match[1]),
          sku: null,
          category: null,
          unitPrice: null,
          lineTotal: null,
        };
  });
  return lines.every((line) => line !== null) ? lines : null;
}
