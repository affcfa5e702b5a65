import type { Measure } from '../../../../segments/rule/rule';
import { workspace } from '../../../state/workspace';
import { fields } from '../segments-model';

/** Whether rows of a table are held at all, so that asking about them makes sense. */
export function isHeld(of: Measure['of']): boolean {
  const state = workspace.value;
  if (!state) return false;
  if (of === 'events') return state.events > 0;
  return of === 'orders' ? state.orders > 0 : fields.value.some((f) => f.table === 'items');
}
