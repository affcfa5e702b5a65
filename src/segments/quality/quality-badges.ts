import type { SegmentQuality } from './quality';

export const QUALITY_BADGES = ['large', 'homogeneous', 'distinct', 'stable', 'reachable', 'unknown'] as const;
export type QualityBadgeId = (typeof QUALITY_BADGES)[number];

export type QualityLevel = 'good' | 'fair' | 'poor' | 'untold';

/** A verdict in a word; what to do about it is said under `advice` in the catalogs. */
export interface QualityBadge {
  readonly id: QualityBadgeId;
  readonly level: QualityLevel;
  readonly advice: QualityAdvice;
}

export type QualityAdvice =
  | `${QualityBadgeId}-${Exclude<QualityLevel, 'untold'>}`
  | 'large-none'
  | 'large-no-goal'
  | 'homogeneous-untold'
  | 'distinct-untold'
  | 'stable-no-history'
  | 'stable-none-before'
  | 'reachable-no-contact'
  | 'reachable-no-consent';

/** People below which ad platforms take no list, and from which they work well with one. */
export const AD_LEAST = 100;
export const AD_ENOUGH = 1_000;

/** Each verdict and where it begins; the words name the same numbers. */
export function qualityBadges(quality: SegmentQuality): readonly QualityBadge[] {
  return [
    large(quality),
    homogeneous(quality),
    distinct(quality),
    stable(quality),
    reachable(quality),
    unknown(quality),
  ];
}

function large({ size }: SegmentQuality): QualityBadge {
  const id = 'large';
  if (size.people === 0) return { id, level: 'poor', advice: 'large-none' };
  if (size.measured === 0) return { id, level: 'untold', advice: 'large-no-goal' };
  // How wide the interval is beside the mean it is about.
  const width = size.halfWidth === null || !size.mean ? Infinity : size.halfWidth / Math.abs(size.mean);
  if (size.people < AD_LEAST || width > 0.5) return { id, level: 'poor', advice: 'large-poor' };
  if (size.people < AD_ENOUGH || width > 0.15) return { id, level: 'fair', advice: 'large-fair' };
  return { id, level: 'good', advice: 'large-good' };
}

/** J. Cohen (1988), 8.2: .01 is a small effect, .06 a medium one. */
function homogeneous({ etaSquared }: SegmentQuality): QualityBadge {
  const id = 'homogeneous';
  if (etaSquared === null) return { id, level: 'untold', advice: 'homogeneous-untold' };
  const level = etaSquared >= 0.06 ? 'good' : etaSquared >= 0.01 ? 'fair' : 'poor';
  return { id, level, advice: `homogeneous-${level}` };
}

function distinct({ closest }: SegmentQuality): QualityBadge {
  const id = 'distinct';
  if (closest === null) return { id, level: 'untold', advice: 'distinct-untold' };
  const level = closest.jaccard < 0.5 ? 'good' : closest.jaccard < 0.8 ? 'fair' : 'poor';
  return { id, level, advice: `distinct-${level}` };
}

function stable({ kept }: SegmentQuality): QualityBadge {
  const id = 'stable';
  if (kept === null) return { id, level: 'untold', advice: 'stable-no-history' };
  if (kept.share === null) return { id, level: 'untold', advice: 'stable-none-before' };
  const level = kept.share >= 0.8 ? 'good' : kept.share >= 0.5 ? 'fair' : 'poor';
  return { id, level, advice: `stable-${level}` };
}

/** By the channel that reaches most. */
function reachable({ reachable: channels, size }: SegmentQuality): QualityBadge {
  const id = 'reachable';
  const held = channels.filter((channel) => channel.held);
  if (held.length === 0) return { id, level: 'untold', advice: 'reachable-no-contact' };
  const most = Math.max(...held.map((channel) => channel.reachable));
  const silent = Math.max(...held.map((channel) => channel.untold));
  if (most === 0 && silent > 0) return { id, level: 'poor', advice: 'reachable-no-consent' };
  const share = size.people === 0 ? 0 : most / size.people;
  const level = share >= 0.5 ? 'good' : share >= 0.1 ? 'fair' : 'poor';
  return { id, level, advice: `reachable-${level}` };
}

function unknown({ unknown: { share } }: SegmentQuality): QualityBadge {
  const level = share === null || share <= 0.05 ? 'good' : share <= 0.2 ? 'fair' : 'poor';
  return { id: 'unknown', level, advice: `unknown-${level}` };
}
