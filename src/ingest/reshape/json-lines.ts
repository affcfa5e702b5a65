import type { OrderLine } from './order-line';

/** What shops' interfaces and GA4 call the parts of a line, the surest first. */
const NAMES: Readonly<Record<keyof OrderLine, readonly string[]>> = {
  sku: ['sku', 'item_id', 'product_sku', 'variant_id', 'product_id'],
  product: ['item_name', 'title', 'name', 'product_name', 'product', 'description'],
  category: ['item_category', 'product_type', 'category'],
  quantity: ['quantity', 'qty', 'current_quantity'],
  unitPrice: ['price', 'unit_price', 'item_price'],
  lineTotal: ['line_total', 'item_revenue', 'total', 'subtotal', 'amount'],
};

/** `[{"title": "Green tea", "quantity": 2, "price": "50.00"}]` → its lines. Null where it is no such list. */
export function jsonLines(text: string): readonly OrderLine[] | null {
  const list = listIn(text);
  if (list === null || list.length === 0) return null;
  const lines = list.map((item): OrderLine | null => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return null;
    const held = new Map(Object.entries(item));
    const find = (part: keyof OrderLine) =>
      NAMES[part]
        .map((name) => held.get(name))
        .find((value) => value !== undefined && value !== null && value !== '');
    return {
      sku: textOf(find('sku')),
      product: textOf(find('product')),
      category: textOf(find('category')),
      quantity: numberOf(find('quantity')),
      unitPrice: numberOf(find('unitPrice')),
      lineTotal: numberOf(find('lineTotal')),
    };
  });
  const known = lines.every((line) => line !== null && (line.product !== null || line.sku !== null));
  return known ? (lines as readonly OrderLine[]) : null;
}

function listIn(text: string): readonly unknown[] | null {
  if (!text.trimStart().startsWith('[')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;
}

/** As JSON writes numbers, in quotes or without; null for anything else. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null;
}
