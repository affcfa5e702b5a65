/** A file, or one inside another: named, and read from its start as often as wanted. */
export interface Packed {
  readonly name: string;
  /** Packed bytes where the unpacked are not known. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
  /** All of it, where it must be read out of order. */
  blob(): Promise<Blob>;
}
