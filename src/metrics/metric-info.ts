import type { Label } from '../core/label';

/** What a metric says of itself, in tables, derivations and files (product.md §5). */
export interface MetricInfo {
  /** Kebab-case, stable: a column name in exports. */
  readonly id: string;
  readonly grain: 'person' | 'aggregate';
  readonly family:
    | 'size'
    | 'sales'
    | 'conversion'
    | 'value'
    | 'loyalty'
    | 'retention'
    | 'engagement'
    | 'time'
    | 'attributes';
  readonly label: Label;
  readonly definition: Label;
  readonly numerator: Label;
  /** Null for plain totals. */
  readonly denominator: Label | null;
  readonly unit: 'count' | 'money' | 'rate' | 'ratio' | 'days' | 'seconds';
  /** `more`: more is better. `neither` takes no better / worse verdict. */
  readonly direction: 'more' | 'less' | 'neither';
  /** Set where a rate is of money over money: numerator and denominator are then minor units. */
  readonly partsAreMoney?: true;
}
