const YES = new Set(['yes', 'true', 'tak', 'y', 't', '1', '1.0', 'prawda']);
const NO = new Set(['no', 'false', 'nie', 'n', 'f', '0', '0.0', 'fałsz']);

/** 1, 0, or -1 where the text is neither. */
export function readFlag(text: string): number {
  if (text.length > 8) return -1;
  const plain = text.trim().toLowerCase();
  return YES.has(plain) ? 1 : NO.has(plain) ? 0 : -1;
}
