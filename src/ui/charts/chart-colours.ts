/** What a canvas needs of the theme, read from the CSS tokens once a drawing. */
export interface ChartColours {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly ground: string;
  readonly segments: readonly string[];
  readonly family: string;
}

export function chartColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    soft: token('--ink-soft'),
    line: token('--line'),
    ground: token('--ground'),
    segments: Array.from({ length: 8 }, (_, i) => token(`--seg-${i}`)),
    family: style.fontFamily,
  };
}

/** `#rrggbb` with an opacity, as a band under a line. */
export function withAlpha(hex: string, alpha: number): string {
  return /^#[0-9a-f]{6}$/i.test(hex)
    ? `${hex}${Math.round(alpha * 255)
        .toString(16)
        .padStart(2, '0')}`
    : hex;
}
