import type { Label } from '../../core/label';
import type { FoundGroups } from '../../segments/groups/find-groups';

/** Groups that show themselves in what people do. */
export interface GroupMethods {
  /** Reports progress as hundredths, in stage `measuring`; can be stopped. */
  findGroups: { request: GroupsRequest; answer: GroupsView };
}

export interface GroupsRequest {
  readonly asOf: number | null;
  readonly currency: string | null;
  /** 2–8; null for as many as tell themselves apart best. */
  readonly k: number | null;
}

export interface GroupsView extends FoundGroups {
  readonly asOf: number;
  readonly currency: string | null;
  /** Each group's rule, read out. */
  readonly sentences: readonly Label[];
}
