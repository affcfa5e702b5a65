import type { CompareMethods } from './compare';
import type { SegmentMethods } from './segments';

/** What a page asks first, kept for the next one to open. */
export interface AnswerMethods {
  /**
   * Keeps what these are answered instead of what was kept before, so that the next page to ask them reads no data. To be
   * called once both were answered, when nobody waits for anything.
   */
  keepAnswers: {
    request: {
      readonly segments: SegmentMethods['segments']['request'];
      readonly compare: CompareMethods['compare']['request'];
    };
    answer: undefined;
  };
}
