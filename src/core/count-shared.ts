/**
 * How many bits two runs of words share: those of `a`, and as many of `b` from `at` on. Words are added up bit by bit,
 * four at a time, so that one count of bits does for four: H. S. Warren (2013), Hacker's Delight, 5-1 (Harley and Seal).
 */
export function countShared(a: Uint32Array, b: Uint32Array, at = 0): number {
  const { length } = a;
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let w = 0;
  for (const end = length - (length % 4); w < end; w += 4) {
    const first = a[w]! & b[at + w]!;
    const second = a[w + 1]! & b[at + w + 1]!;
    const third = a[w + 2]! & b[at + w + 2]!;
    const fourth = a[w + 3]! & b[at + w + 3]!;
    let odd = ones ^ first;
    const carried = (ones & first) | (odd & second);
    ones = odd ^ second;
    odd = ones ^ third;
    const again = (ones & third) | (odd & fourth);
    ones = odd ^ fourth;
    odd = twos ^ carried;
    fours += bitsOf((twos & carried) | (odd & again));
    twos = odd ^ again;
  }
  let total = 4 * fours + 2 * bitsOf(twos) + bitsOf(ones);
  for (; w < length; w++) total += bitsOf(a[w]! & b[at + w]!);
  return total;
}

function bitsOf(word: number): number {
  let v = (word - ((word >>> 1) & 0x55555555)) | 0;
  v = ((v & 0x33333333) + ((v >>> 2) & 0x33333333)) | 0;
  v = (v + (v >>> 4)) & 0x0f0f0f0f;
  v += v >>> 8;
  return (v + (v >>> 16)) & 63;
}
