import type { Column } from '../../core/column';
import type { Label } from '../../core/label';
import { correlation } from '../../stats/groups/correlation';
import { correctedCramersV } from '../../stats/proportions/corrected-cramers-v';
import type { Candidate, Trait } from './candidate';
import { codesOf } from './column-codes';
import type { DefiningField } from './defining-fields';
import { COPY } from './findings';
import { A } from './sides';

export interface Copy {
  /** Null: of who is on which side. */
  readonly like: Label | null;
  readonly association: number;
}

/** Tables of more cells say nothing but that nearly everybody has a code of their own. */
const MOST_CELLS = 1 << 20;

/** An association known from counts or moments is worked out afresh where rounding could keep it from `COPY`. */
const DOUBT = 1e-6;

/** Tells fields and answers that only say again who was chosen, and by what. */
export class NearCopies {
  /** 1 or 0, NaN of whom is on no side. */
  private readonly membership: Float64Array;
  private readonly defining: readonly { readonly label: Label; readonly column: Column }[];
  private readonly settled = new WeakMap<Float64Array, Map<ArrayLike<number>, number>>();

  constructor(
    fields: readonly DefiningField[],
    private readonly side: Uint8Array,
  ) {
    this.membership = Float64Array.from(side, (s) => (s === 0 ? Number.NaN : s === A ? 1 : 0));
    const seen = new Set<DefiningField['column']>();
    this.defining = fields.flatMap(({ label, column }) => {
      if (column === null || seen.has(column)) return [];
      seen.add(column);
      const made = column();
      return made === null ? [] : [{ label, column: this.looked(made) }];
    });
  }

  /** A field as a whole, by all its values. */
  ofColumn(column: Column): Copy | null {
    const own = codesOf(column);
    const membership = own === null ? null : this.table(own.codes, own.names.length, this.side, 3);
    const best: { like: Label | null; association: number } = {
      like: null,
      association: membership ?? 0,
    };
    for (const { label, column: of } of this.defining) {
      const association = this.between(column, of);
      if (association > best.association) [best.association, best.like] = [association, label];
    }
    return best.association >= COPY ? best : null;
  }

  /** One answer: of a value, or of a number by its means or ranks. */
  ofAnswer({ answer, association: r, trait: traitOf }: Candidate): Copy | null {
    const byRanks = answer.superiority === null ? 0 : Math.abs(2 * answer.superiority - 1);
    const isShare = answer.effect.scale === 'cohens-h';
    const near = r === null || Math.max(r, byRanks) > COPY - DOUBT;
    // Of a share no column of codes is asked, so that most need not be looked at person by person.
    const defining = this.defining.filter(({ column }) => !isShare || codesOf(column) === null);
    if (!near && defining.length === 0) return null;
    const trait = traitOf();
    const values = trait.kind === 'ratio' ? ratios(trait) : trait.values;
    const best: { like: Label | null; association: number } = {
      like: null,
      association: near ? Math.max(Math.abs(correlation(values, this.membership).r), byRanks) : 0,
    };
    for (const { label, column } of defining) {
      const codes = codesOf(column);
      const association =
        codes !== null
          ? this.ratio(codes.codes, codes.names.length, values)
          : Math.abs(correlation(values, (column as NumberLike).values).r);
      if (association > best.association) [best.association, best.like] = [association, label];
    }
    return best.association >= COPY ? best : null;
  }

  private between(a: Column, b: Column): number {
    const [x, y] = [codesOf(a), codesOf(b)];
    if (x !== null && y !== null) return this.table(x.codes, x.names.length, y.codes, y.names.length) ?? 0;
    if (x !== null) return this.ratio(x.codes, x.names.length, (b as NumberLike).values);
    if (y !== null) return this.ratio(y.codes, y.names.length, (a as NumberLike).values);
    return Math.abs(correlation((a as NumberLike).values, (b as NumberLike).values).r);
  }

  /** A number as it is of those on either side, so that others have no part in what it goes along with. */
  private looked(column: Column): Column {
    if (column.type === 'text' || column.type === 'flag') return column;
    return { ...column, values: column.values.map((v, p) => (this.side[p] === 0 ? Number.NaN : v)) };
  }

  /** Cramér's V over those on either side. */
  private table(a: ArrayLike<number>, rows: number, b: ArrayLike<number>, columns: number): number | null {
    if (rows * columns > MOST_CELLS) return null;
    const counts = new Float64Array(rows * columns);
    for (let p = 0; p < this.side.length; p++) {
      const [i, j] = [a[p]!, b[p]!];
      if (this.side[p] !== 0 && i >= 0 && j >= 0) counts[i * columns + j]!++;
    }
    return correctedCramersV(counts, rows, columns);
  }

  /** A field is asked about as a whole, and its answer again. */
  private ratio(codes: ArrayLike<number>, count: number, values: Float64Array): number {
    const known = this.settled.get(values) ?? new Map<ArrayLike<number>, number>();
    this.settled.set(values, known);
    const found = known.get(codes) ?? this.settledBy(codes, count, values);
    known.set(codes, found);
    return found;
  }

  /** How much of a number the codes settle: the correlation ratio, less what many codes settle by chance. */
  private settledBy(codes: ArrayLike<number>, count: number, values: Float64Array): number {
    const n = new Float64Array(count);
    const sums = new Float64Array(count);
    let [all, sum, squares, origin] = [0, 0, 0, Number.NaN];
    for (let p = 0; p < values.length; p++) {
      const [code, raw] = [codes[p]!, values[p]!];
      if (this.side[p] === 0 || code < 0 || Number.isNaN(raw)) continue;
      if (Number.isNaN(origin)) origin = raw;
      const v = raw - origin;
      n[code]!++;
      sums[code]! += v;
      all++;
      sum += v;
      squares += v * v;
    }
    const total = squares - (sum * sum) / all;
    if (!(total > 0)) return 0;
    let [between, held] = [-(sum * sum) / all, 0];
    for (let code = 0; code < count; code++) {
      if (n[code] === 0) continue;
      between += (sums[code]! * sums[code]!) / n[code]!;
      held++;
    }
    if (held >= all) return 0;
    // Epsilon squared (T. L. Kelley 1935).
    return Math.sqrt(Math.max(0, 1 - ((1 - between / total) * (all - 1)) / (all - held)));
  }
}

type NumberLike = Exclude<Column, { type: 'text' | 'flag' }>;

function ratios({ values, per }: Trait): Float64Array {
  return values.map((v, p) => (per !== null && per[p]! > 0 ? v / per[p]! : Number.NaN));
}
