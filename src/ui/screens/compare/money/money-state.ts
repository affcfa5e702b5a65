import { signal } from '@preact/signals';
import type { MoneyRequest } from '../../../../compare/money/money';
import { persisted } from '../../../state/persisted';

const BY = ['campaign', 'channel', 'segment'] as const;
export const by = persisted<MoneyRequest['by']>(
  'money-by',
  'campaign',
  (raw) => BY.find((choice) => choice === raw) ?? null,
);
export const matchOn = persisted<string | null>('money-match', null, (raw) =>
  typeof raw === 'string' ? raw : null,
);
/** Goes up with each amount or margin written, so that what rests on them is asked again. */
export const written = signal(0);
