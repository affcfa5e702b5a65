/** Rows of a frame: what is looked at and laid out at a time stays in the processor's own memory. */
export const FRAME_ROWS = 1 << 16;
/** Steps, or numbers, looked at to judge a frame by. */
export const LOOKED_AT = 256;
/** What of the bits another form must leave to be worth its time. */
export const WORTH = 0.8;
