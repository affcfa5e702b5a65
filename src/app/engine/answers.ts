import type { AnswerMethods } from '../../protocol/api/answers';
import type { EngineClient } from '../../protocol/engine-api';
import { type EngineContext, work } from '../engine-context';
import type { Answers, KeptMethod } from '../kept/kept-answers';

type Asked = Pick<EngineClient, KeptMethod>;

/** The use cases a page opens with, answered from what is kept as long as no data stand open, and the keeping of it. */
export function answerUseCases(
  { answers, held }: EngineContext,
  { segments, compare }: Asked,
): EngineClient<AnswerMethods> & Asked {
  return {
    async segments(request, options) {
      const kept =
        held.isOpen() || request.ids === undefined ? null : await answers.find('segments', request);
      return kept ?? segments(request, options);
    },
    async compare(request, options) {
      const kept = held.isOpen() ? null : await answers.find('compare', request);
      return kept ?? compare(request, options);
    },
    async keepAnswers(requests, options) {
      const make = async (): Promise<Answers> => ({
        segments: await segments(requests.segments, options),
        compare: await compare(requests.compare, options),
      });
      await answers.keep(requests, make, work(options).signal);
    },
  };
}
