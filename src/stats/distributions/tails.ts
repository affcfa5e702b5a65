/** Both tails of a distribution at one point, each computed as such: `1 - lower` would lose a small `upper`. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}
