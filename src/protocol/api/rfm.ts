import type { DialectView } from '../../segments/rfm/dialect-view';
import type { RfmTable } from '../../segments/rfm/rfm-dialects';

/** RFM in other tools' names, over the same customers. */
export interface RfmMethods {
  rfm: {
    request: { asOf: number | null; currency: string | null; dialect: DialectId; locale: 'en' | 'pl' };
    answer: RfmView;
  };
  /** Null goes back to the table as it comes. */
  saveRfmTable: { request: { table: RfmTable | null }; answer: undefined };
}

export const DIALECT_IDS = ['klaviyo', 'braze', 'own'] as const;
export type DialectId = (typeof DIALECT_IDS)[number];

export interface RfmView extends DialectView {
  readonly asOf: number;
  readonly currency: string | null;
  readonly dialect: DialectId;
  /** The person's own, or ours. */
  readonly table: RfmTable;
  readonly tableChanged: boolean;
}
