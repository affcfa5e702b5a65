import type { WallMs } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { minorUnits } from '../../core/minor-units';
import { asOfMoment } from '../../core/time/as-of';

/** What every evaluation step needs to know, settled once. */
export interface Scope {
  readonly dataset: Dataset;
  /** The last moment that counts. */
  readonly asOf: WallMs;
  /** Null is "no currency stated". */
  readonly currency: string | null;
  /** Minor units in one major unit of it. */
  readonly units: number;
}

export function scopeOf(dataset: Dataset, asOf: WallMs, currency: string | null): Scope {
  return { dataset, asOf: asOfMoment(asOf), currency, units: minorUnits(currency) };
}
