import type { MovementState } from '../../../../compare/movement/movement';
import { labelText } from '../../../state/text';
import { words } from './words';

export function stateName(state: MovementState | undefined): string {
  if (!state) return '';
  return state.kind === 'group'
    ? state.name === null
      ? state.id
      : labelText(state.name)
    : words.value.state[state.kind];
}
