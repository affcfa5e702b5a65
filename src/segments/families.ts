import { JOURNEY_STAGES, LIFECYCLE_STAGES, RFM_GROUPS } from './rule/rule';

/** Ready segments that part people among themselves, in the order they are read. */
export const SEGMENT_FAMILIES = {
  rfm: RFM_GROUPS.map((group) => `library:${group}`),
  lifecycle: LIFECYCLE_STAGES.map((stage) => `library:lifecycle-${stage}`),
  journey: JOURNEY_STAGES.map((stage) => `library:journey-${stage}`),
  usage: ['library:heavy-use', 'library:medium-use', 'library:light-use'],
} as const satisfies Record<string, readonly string[]>;

export type SegmentFamily = keyof typeof SEGMENT_FAMILIES;
