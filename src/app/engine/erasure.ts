import { AppError } from '../../core/app-error';
import { isNull } from '../../core/column';
import { PERSON_KEYS } from '../../core/person-keys';
import type { ErasureMethods } from '../../protocol/api/erasure';
import type { EngineClient } from '../../protocol/engine-api';
import { type EngineContext, work } from '../engine-context';
import { erasePerson } from '../erasure/erase-person';

export function erasureUseCases(context: EngineContext): EngineClient<ErasureMethods> {
  const { held, own, segmentsChanged } = context;
  return {
    async personHeld({ person, dataVersion }) {
      const { dataset } = await held.current();
      const { people, orders, events } = dataset;
      if (dataset.version !== dataVersion || !(person >= 0 && person < people.size))
        throw new AppError('person/not-found');
      const rows = ({ offsets }: { readonly offsets: Uint32Array }) =>
        offsets[person + 1]! - offsets[person]!;
      const keys = PERSON_KEYS.flatMap((key) => {
        const column = people.columns.get(key);
        return column?.type === 'text' && !isNull(column, person)
          ? [{ [key]: column.dictionary[column.codes[person]!]! }]
          : [];
      });
      return {
        orders: rows(orders),
        events: rows(events),
        lists: await own.listing(Object.assign({}, ...keys)),
        keys: keys.length,
      };
    },
    async erasePerson(asked, options) {
      const state = await erasePerson(context, asked, work(options));
      await segmentsChanged();
      return state;
    },
  };
}
