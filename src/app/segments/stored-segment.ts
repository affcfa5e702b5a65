import { AppError, type ErrorCode } from '../../core/app-error';
import { RULE_VERSION, readRule } from '../../segments/rule/rule-document';
import type { Segment } from '../../segments/segment';

/** A segment as it is kept: its rules are of the language version it was last written in. */
export type StoredSegment = Segment & {
  /** Absent in those kept before there was a second version. */
  readonly language?: number;
};

/** Kept, and not to be run: written by a later version, or spoilt. */
export interface UnreadableSegment {
  readonly id: string;
  readonly name: string;
  readonly reason: ErrorCode;
  /** Where in the rule, as `parseRule` says it. */
  readonly where: string;
}

export function storedSegment(segment: Segment): StoredSegment {
  return { ...segment, language: RULE_VERSION };
}

/** A kept segment in today's language. Old versions that can't be read are left out; a present one that can't is refused. */
export function readStoredSegment(id: string, stored: StoredSegment): Segment | UnreadableSegment {
  try {
    const { language = 1, ...segment } = stored;
    const versions = segment.versions.flatMap((v) => {
      const rule = readable(v.rule, language);
      return rule === undefined ? [] : [{ ...v, rule }];
    });
    return { ...segment, rule: readRule({ version: language, rule: segment.rule }), versions };
  } catch (error) {
    const name = (stored as { name?: { en?: unknown } } | null)?.name?.en;
    return {
      id,
      name: typeof name === 'string' ? name : id,
      reason: error instanceof AppError ? error.code : 'segment/invalid-rule',
      where: error instanceof AppError ? String(error.params['where'] ?? '') : '',
    };
  }
}

export function isUnreadable(segment: Segment | UnreadableSegment): segment is UnreadableSegment {
  return 'reason' in segment;
}

function readable(rule: unknown, version: number) {
  try {
    return readRule({ version, rule });
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
