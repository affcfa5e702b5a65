import type { NextStepMethods } from '../../protocol/api/next-steps';
import type { EngineClient } from '../../protocol/engine-api';
import type { EngineContext } from '../engine-context';
import { keptSetting } from '../kept/kept-setting';
import { parseOwnSteps } from '../next-steps/parse-own-steps';

export function nextStepUseCases({ store }: EngineContext): EngineClient<NextStepMethods> {
  const kept = keptSetting(store, 'next-steps', parseOwnSteps);
  return {
    nextSteps: () => kept.get(),
    async saveNextSteps({ segmentId, aim, steps }) {
      const others = (await kept.get()).filter((own) => own.segmentId !== segmentId || own.aim !== aim);
      const all = parseOwnSteps(steps === null ? others : [...others, { segmentId, aim, steps }]);
      await kept.set(all.length === 0 ? null : [...all]);
      return all;
    },
  };
}
