/** Names are the same whatever their case, blanks and way of writing accents. */
export function sameName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
