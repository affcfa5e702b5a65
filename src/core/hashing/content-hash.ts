/**
 * A 128-bit fingerprint of bytes as they stream by, to know the same content again. MurmurHash3 x86-128 (Appleby,
 * public domain). Not for keeping secrets: whoever wants two files to look alike can make them so.
 */
export class ContentHash {
  private readonly state = new Uint32Array(4);
  private readonly rest = new Uint8Array(16);
  private restLength = 0;
  private length = 0;

  update(bytes: Uint8Array): void {
    this.length += bytes.length;
    let at = 0;
    if (this.restLength > 0) {
      const take = Math.min(16 - this.restLength, bytes.length);
      this.rest.set(bytes.subarray(0, take), this.restLength);
      this.restLength += take;
      at = take;
      if (this.restLength < 16) return;
      this.blocks(this.rest, 0, 16);
      this.restLength = 0;
    }
    const whole = at + ((bytes.length - at) & ~15);
    this.blocks(bytes, at, whole);
    this.rest.set(bytes.subarray(whole), 0);
    this.restLength = bytes.length - whole;
  }

  /** 32 hex digits of all bytes so far. */
  digest(): string {
    const h = this.state.slice();
    const tail = new Uint8Array(16);
    tail.set(this.rest.subarray(0, this.restLength));
    const view = new DataView(tail.buffer);
    for (let lane = 0; lane < 4; lane++) {
      const k = view.getUint32(lane * 4, true);
      if (this.restLength > lane * 4) h[lane]! ^= mixLane(k, lane);
    }
    for (let lane = 0; lane < 4; lane++) h[lane]! ^= this.length >>> 0;
    h[0]! += h[1]! + h[2]! + h[3]!;
    for (let lane = 1; lane < 4; lane++) h[lane]! += h[0]!;
    for (let lane = 0; lane < 4; lane++) h[lane] = finish(h[lane]!);
    h[0]! += h[1]! + h[2]! + h[3]!;
    for (let lane = 1; lane < 4; lane++) h[lane]! += h[0]!;
    return Array.from(h, (word) => word.toString(16).padStart(8, '0')).join('');
  }

  private blocks(bytes: Uint8Array, from: number, to: number): void {
    const { state } = this;
    let h1 = state[0]! | 0;
    let h2 = state[1]! | 0;
    let h3 = state[2]! | 0;
    let h4 = state[3]! | 0;
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // `mixLane` written out: what every byte of a file goes through.
    for (let i = from; i < to; i += 16) {
      let k = Math.imul(words.getInt32(i, true), 0x239b961b);
      h1 ^= Math.imul((k << 15) | (k >>> 17), 0xab0e9789);
      h1 = (((h1 << 19) | (h1 >>> 13)) + h2) | 0;
      h1 = (Math.imul(h1, 5) + 0x561ccd1b) | 0;
      k = Math.imul(words.getInt32(i + 4, true), 0xab0e9789);
      h2 ^= Math.imul((k << 16) | (k >>> 16), 0x38b34ae5);
      h2 = (((h2 << 17) | (h2 >>> 15)) + h3) | 0;
      h2 = (Math.imul(h2, 5) + 0x0bcaa747) | 0;
      k = Math.imul(words.getInt32(i + 8, true), 0x38b34ae5);
      h3 ^= Math.imul((k << 17) | (k >>> 15), 0xa1e38b93);
      h3 = (((h3 << 15) | (h3 >>> 17)) + h4) | 0;
      h3 = (Math.imul(h3, 5) + 0x96cd1c35) | 0;
      k = Math.imul(words.getInt32(i + 12, true), 0xa1e38b93);
      h4 ^= Math.imul((k << 18) | (k >>> 14), 0x239b961b);
      h4 = (((h4 << 13) | (h4 >>> 19)) + h1) | 0;
      h4 = (Math.imul(h4, 5) + 0x32ac3b17) | 0;
    }
    state[0] = h1;
    state[1] = h2;
    state[2] = h3;
    state[3] = h4;
  }
}

const FACTOR = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;
const SHIFT = [15, 16, 17, 18] as const;

function mixLane(k: number, lane: number): number {
  return Math.imul(rotl(Math.imul(k, FACTOR[lane]!), SHIFT[lane]!), FACTOR[(lane + 1) & 3]!);
}

function rotl(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function finish(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
