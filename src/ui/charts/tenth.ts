/** A tenth of a pixel is as fine as a drawing needs, and keeps its text short. */
export const tenth = (v: number): number => Math.round(v * 10) / 10;
