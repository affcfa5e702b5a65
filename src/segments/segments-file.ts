import { AppError } from '../core/app-error';
import { RULE_VERSION, readRule } from './rule/rule-document';
import type { Segment } from './segment';
import { MOST_SEGMENTS, SEGMENTS_FORMAT } from './segments-schema';

export const SEGMENTS_FILE = 'segment-lens/segments';

/** What a file says of one segment; the rest is given where it is taken in. */
export type FiledSegment = Pick<Segment, 'id' | 'rule' | 'version' | 'versions'> & {
  readonly name: string;
  readonly description: string;
};

/** One entry of a file that can't be taken. */
export interface RefusedSegment {
  readonly name: string;
  /** Path to the fault in its rule (`rule.test.value`), or the part of the entry that is missing. */
  readonly where: string;
}

/** The segments as one JSON document; docs/segments.schema.json says what it holds. */
export function segmentsFile(segments: readonly Segment[]): object {
  return {
    format: SEGMENTS_FILE,
    version: SEGMENTS_FORMAT,
    rules: RULE_VERSION,
    segments: segments.map(
      ({ id, name, description, rule, version, versions }): FiledSegment => ({
        id,
        name: name.en,
        description: description.en,
        rule,
        version,
        versions,
      }),
    ),
  };
}

/**
 * The segments of a file of any version so far, in today's rule language; each stands or falls by itself.
 *
 * @throws AppError `segment/not-a-file` for what is no such file, or one of a later version
 */
export function readSegmentsFile(json: string): {
  readonly segments: readonly FiledSegment[];
  readonly refused: readonly RefusedSegment[];
} {
  const file = objectOf(parsed(json));
  const { format, version, rules, segments } = file;
  const known = (v: unknown, latest: number) =>
    Number.isInteger(v) && (v as number) >= 1 && (v as number) <= latest;
  if (format !== SEGMENTS_FILE) notAFile('format');
  if (!known(version, SEGMENTS_FORMAT)) notAFile('version');
  if (!known(rules, RULE_VERSION)) notAFile('rules');
  if (!Array.isArray(segments) || segments.length > MOST_SEGMENTS) notAFile('segments');
  const read: FiledSegment[] = [];
  const refused: RefusedSegment[] = [];
  (segments as readonly unknown[]).forEach((entry, i) => {
    const given = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
    const name =
      typeof given['name'] === 'string' && given['name'].trim() !== '' ? given['name'] : `${i + 1}`;
    try {
      read.push(filed(given, rules as number));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ name, where: String(error.params['where'] ?? '') });
    }
  });
  return { segments: read, refused };
}

function filed(given: Readonly<Record<string, unknown>>, language: number): FiledSegment {
  const { id, name, description, rule, version, versions } = given;
  if (typeof id !== 'string' || id === '') bad('id');
  if (typeof name !== 'string' || name.trim() === '' || name.length > 200) bad('name');
  if (typeof description !== 'string') bad('description');
  if (!isVersion(version)) bad('version');
  if (!Array.isArray(versions)) bad('versions');
  return {
    id: id as string,
    name: name as string,
    description: description as string,
    rule: ruleAt('rule', rule, language),
    version: version as number,
    versions: (versions as readonly unknown[]).map((one, i) => {
      const at = `versions[${i}]`;
      const { version: v, savedAt, rule: old } = objectOf(one);
      if (!isVersion(v)) bad(`${at}.version`);
      if (typeof savedAt !== 'number' || !Number.isFinite(savedAt)) bad(`${at}.savedAt`);
      return { version: v as number, savedAt: savedAt as number, rule: ruleAt(`${at}.rule`, old, language) };
    }),
  };
}

function ruleAt(at: string, rule: unknown, version: number) {
  try {
    return readRule({ version, rule });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const where = String(error.params['where'] ?? '');
    return bad(where === '' ? at : `${at}.${where}`);
  }
}

const isVersion = (value: unknown) => Number.isInteger(value) && (value as number) >= 1;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return notAFile('');
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function bad(where: string): never {
  throw new AppError('segment/invalid-rule', { params: { where } });
}

function notAFile(where: string): never {
  throw new AppError('segment/not-a-file', { params: { where } });
}
