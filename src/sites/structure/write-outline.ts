import type { Part } from './outline-of';

/**
 * A part and what is in it, a line each, indented. Where there are more parts than lines, each branch gets a share by
 * how many elements it stands for, so that a list of rows is told before a menu is.
 */
export function writeOutline(root: Part, maxLines: number): string[] {
  const lines: string[] = [];
  const sizes = new Map<Part, Size>();
  measure(root, sizes);
  write(root, 0, maxLines, sizes, lines);
  return lines;
}

interface Size {
  /** Lines it takes whole. */
  readonly lines: number;
  /** Elements it stands for. */
  readonly elements: number;
}

const UNKNOWN: Size = { lines: 1, elements: 1 };

function measure(part: Part, sizes: Map<Part, Size>): Size {
  let lines = part.left > 0 ? 2 : 1;
  let elements = part.count + part.left;
  for (const child of part.children) {
    const size = measure(child, sizes);
    lines += size.lines;
    elements += size.elements;
  }
  const size = { lines, elements };
  sizes.set(part, size);
  return size;
}

function write(part: Part, depth: number, budget: number, sizes: Map<Part, Size>, lines: string[]): void {
  const indent = '  '.repeat(Math.min(depth, 40));
  const own = lines.push(indent + sentence(part)) - 1;
  const sizeOf = (child: Part) => sizes.get(child) ?? UNKNOWN;
  // A line for itself, and one for what is not told.
  const whole = part.left === 0 && sizeOf(part).lines <= budget;
  const shares = share(part.children.map(sizeOf), budget - (whole ? 1 : 2));
  let untold = part.left;
  part.children.forEach((child, i) => {
    const lot = shares[i] ?? 0;
    if (lot >= 1) write(child, depth + 1, lot, sizes, lines);
    else untold += sizeOf(child).elements;
  });
  if (untold === 0) return;
  if (budget >= 2) lines.push(`${indent}  … and ${untold} more`);
  else lines[own] += ` … and ${untold} more`;
}

/** Shares out lines by size; nobody gets more than they need, and what they leave goes to the others. */
function share(sizes: readonly Size[], budget: number): number[] {
  if (sizes.reduce((sum, { lines }) => sum + lines, 0) <= budget) return sizes.map(({ lines }) => lines);
  const lots = sizes.map(() => 0);
  let left = Math.max(0, budget);
  let open = sizes.map((_, i) => i).sort((a, b) => weight(sizes, b) - weight(sizes, a));
  while (open.length > 0 && left >= 1) {
    const whole = open.reduce((sum, i) => sum + weight(sizes, i), 0);
    const satisfied = open.filter((i) => need(sizes, i) <= (left * weight(sizes, i)) / whole);
    if (satisfied.length === 0) {
      const pool = left;
      for (const i of open) {
        const lot = Math.min(
          left,
          need(sizes, i),
          Math.max(1, Math.floor((pool * weight(sizes, i)) / whole)),
        );
        lots[i] = lot;
        left -= lot;
      }
      break;
    }
    for (const i of satisfied) {
      lots[i] = need(sizes, i);
      left -= need(sizes, i);
    }
    open = open.filter((i) => !satisfied.includes(i));
  }
  return lots;
}

const need = (sizes: readonly Size[], i: number): number => sizes[i]?.lines ?? 1;
const weight = (sizes: readonly Size[], i: number): number => Math.sqrt(sizes[i]?.elements ?? 1);

function sentence(part: Part): string {
  const each = part.least === part.most ? `${part.most}` : `${part.least}–${part.most}`;
  const times = part.count === 1 && part.most === 1 ? '' : ` ×${each}`;
  const all = part.count === part.most ? '' : ` (${part.count})`;
  const texts = part.texts.map((text) => ` "${text}"`).join('');
  return part.says + times + all + texts;
}
