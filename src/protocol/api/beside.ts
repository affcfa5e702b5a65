import type { Cell, Comparison } from '../../compare/comparison';
import type { Findings } from '../../compare/finder/findings';
import type { TableKind } from '../../core/fields';
import type { Label } from '../../core/label';
import type { CaptureHead, GatherEnd } from '../../core/page-capture';
import type { Passport } from '../../core/passport';
import type { PersonKey } from '../../core/person-keys';
import type { Rule } from '../../segments/rule/rule';
import type { MemberRow } from './segments';

/** What the page in front says, beside what is held. Nothing of the page is stored, and the last few looks are remembered. */
export interface BesideMethods {
  /** Reads a page's table as though it were to be kept, and keeps nothing. */
  besideTable: { request: BesideRead; answer: BesideTable };
  /** As `besideTable`, of what was surveyed off a page and waits to be kept. */
  besideSurveyed: { request: { readonly surveyId: string }; answer: BesideTable };
  /** The largest values of a dimension as aggregate segments, each against all other rows. */
  besideValues: { request: BesideDimension & { readonly most: number }; answer: BesideValues };
  /** What sets one value apart from the other rows. */
  besideApart: { request: BesideDimension & { readonly value: string }; answer: Findings };
  /** People of whom the dimension is known too, by those values of it. */
  besidePeople: {
    request: BesideDimension & {
      readonly values: readonly string[];
      /** Those there are of them; none: the ready groups of customers by recency and frequency. */
      readonly segmentIds: readonly string[];
    };
    answer: BesidePeople;
  };
  /** Whom of the people held the rows name, and which segments they are in. `segmentIds` come beside the ready groups. */
  besideListed: { request: BesideListedRequest; answer: BesideListed };
  /** The rows themselves, a page at a time. */
  besideRows: {
    request: BesideListedRequest & {
      readonly sort: ListedSort;
      readonly offset: number;
      readonly limit: number;
    };
    answer: { readonly total: number; readonly rows: readonly ListedRow[] };
  };
  forgetBeside: { request: { readonly lookId: string }; answer: undefined };
}

export interface BesideRead {
  readonly head: CaptureHead;
  readonly rows: readonly (readonly string[])[];
  /** Epoch ms. */
  readonly readAt: number;
}

/** @throws AppError `import/source-gone` where the look is forgotten. */
export interface BesideDimension {
  readonly lookId: string;
  readonly dimension: string;
}

export interface BesideListedRequest {
  readonly lookId: string;
  readonly segmentIds: readonly string[];
}

export interface BesideTable {
  readonly lookId: string;
  /** Which of the two can be said of it; `nothing`: neither, and why. */
  readonly is: 'report' | 'list' | 'nothing';
  readonly why: 'no-table' | 'no-values' | 'no-keys' | null;
  readonly table: TableKind | null;
  readonly how: 'remembered' | 'recognised' | 'guessed' | null;
  readonly recognisedAs: Label | null;
  /** With its notes, its problems and how its sums agree with the page's own totals; null where no table was found. */
  readonly passport: Passport | null;
  readonly rowsRead: number;
  /** What the page says there is; null where it says nothing. */
  readonly rowsStated: number | null;
  /** How gathering all rows ended; null where only the rows shown were read. */
  readonly gathered: GatherEnd | null;
  /** Other tables the rows were laid out as (periods of a comparison), which are not shown. */
  readonly otherParts: number;
  /** The same rows are kept already. */
  readonly keptAlready: boolean;
  readonly dimensions: readonly BesideDimensionInfo[];
  /** Of a list: what its rows can be matched on. */
  readonly keys: readonly ListedBy[];
}

export interface BesideDimensionInfo {
  readonly id: string;
  readonly header: string;
  /** Different values. */
  readonly values: number;
  /** What is held of people that says the same; null where nothing does. */
  readonly ofPeople: Label | null;
}

export interface BesideValues {
  readonly dimension: string;
  /** One segment a value, largest first. */
  readonly comparison: Comparison;
  /** By segment. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly valuesInAll: number;
  /** Columns that can't be added up and come without their counts: shown as the page shows them, and not tested. */
  readonly asShown: readonly AsShown[];
  /** Rates of a value that hold up against the other rows, by the bound of the effect's interval nearest nought. */
  readonly standouts: readonly Standout[];
}

export interface AsShown {
  readonly id: string;
  readonly header: string;
  readonly unit: 'count' | 'money' | 'rate' | 'seconds' | 'ratio';
  readonly currency: string | null;
  /** By segment; null where the value has several rows, or none. */
  readonly values: readonly (number | null)[];
}

/** Places among the comparison's segments and metrics, with Cohen's h. */
export interface Standout {
  readonly segment: number;
  readonly metric: number;
  readonly effect: { readonly value: number; readonly lo: number; readonly hi: number };
}

export interface BesidePeople {
  /** What is held of them. */
  readonly label: Label;
  readonly asOf: number;
  readonly population: number;
  /** Of whom it is known. */
  readonly known: number;
  readonly segments: readonly BesideSegment[];
  readonly values: readonly {
    readonly value: string;
    readonly people: number;
    /** Who they are. */
    readonly rule: Rule;
    /** By segment: its share of these people, against the other people of whom it is known. */
    readonly cells: readonly Cell[];
    /** By segment: of how many it can't be told. */
    readonly unknown: readonly number[];
  }[];
  /** By segment, over all of whom it is known. */
  readonly everyone: readonly Cell[];
}

export interface BesideSegment {
  readonly id: string;
  readonly name: Label;
  readonly colour: number;
}

/** An order number names its buyer. */
export type ListedBy = PersonKey | 'orderId';

export interface BesideListed {
  readonly asOf: number;
  /** In all; the next five add up to it. */
  readonly rows: number;
  /** Rows of somebody held. */
  readonly known: number;
  /** Rows whose keys are nobody's. */
  readonly notHeld: number;
  /** Rows whose key is that of several people. */
  readonly ambiguous: number;
  /** Rows that share a key with somebody whose surer key is another. */
  readonly contradicted: number;
  /** Rows with no key at all. */
  readonly withoutKey: number;
  readonly matchedBy: readonly { readonly by: ListedBy; readonly rows: number }[];
  /** Different people among the known rows. */
  readonly people: number;
  readonly population: number;
  readonly segments: readonly (BesideSegment & {
    readonly listed: InOutUnknown;
    readonly everyone: InOutUnknown;
    /** Share of the listed of whom it can be told, against everybody else. */
    readonly cell: Cell;
    readonly everyoneCell: Cell;
  })[];
}

export interface InOutUnknown {
  readonly in: number;
  readonly out: number;
  readonly unknown: number;
}

export type ListedSort = 'page' | 'revenue' | 'orders' | 'last-order';

/** One row of the page. What names the person is the page's own, and stays in the panel. */
export interface ListedRow {
  /** 1-based, in the page's order. */
  readonly row: number;
  readonly says: string;
  readonly also: string | null;
  readonly match:
    | {
        readonly is: 'known';
        readonly by: ListedBy;
        readonly person: MemberRow;
        /** Of those asked: in, and of which it can't be told. */
        readonly segmentIds: readonly string[];
        readonly unknownIds: readonly string[];
      }
    | { readonly is: 'not-held' | 'ambiguous' | 'contradicted' | 'without-key' };
}
