import { type Guard, objectOf, oneOf } from './guards';

/** Name of the port by which a panel follows every frame of a tab. */
export const FOLLOW_PORT = 'segment-lens/follow';

/** Over the port, from a frame's content script, once. */
export interface FollowNews {
  readonly kind: 'changed';
}

export const parseFollowNews: Guard<FollowNews> = objectOf<FollowNews>({ kind: oneOf('changed') });
