/** 0–7, from the id (FNV-1a): the same segment has the same colour wherever and whenever it is shown. */
export function segmentColour(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % 8;
}
