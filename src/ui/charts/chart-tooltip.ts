import type { TooltipOptions } from 'chart.js';
import type { ChartColours } from './chart-colours';

/** One look for every tooltip: the page's own ground and ink, numbers in the words of the table. */
export function chartTooltip(
  colours: ChartColours,
): Partial<Pick<TooltipOptions<'line'>, 'backgroundColor' | 'padding'>> & Record<string, unknown> {
  return {
    backgroundColor: colours.ground,
    borderColor: colours.soft,
    borderWidth: 1,
    bodyColor: colours.ink,
    titleColor: colours.ink,
    bodyFont: { family: colours.family, size: 12 },
    titleFont: { family: colours.family, size: 12, weight: 600 },
    padding: 8,
    cornerRadius: 6,
    caretSize: 0,
    caretPadding: 8,
    boxWidth: 8,
    boxHeight: 8,
    boxPadding: 4,
    animation: false,
  };
}
