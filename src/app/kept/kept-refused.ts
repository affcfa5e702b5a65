import type { RefusedRow } from '../../core/problem';

export const encodeRefused = (refused: readonly RefusedRow[]): { readonly json: Uint8Array } => ({
  json: new TextEncoder().encode(JSON.stringify(refused)),
});

export function decodeRefused(stored: unknown): readonly RefusedRow[] {
  const { json } = stored as { readonly json: Uint8Array };
  return JSON.parse(new TextDecoder().decode(json)) as readonly RefusedRow[];
}
