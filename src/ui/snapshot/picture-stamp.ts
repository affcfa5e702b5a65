import { extensionVersion } from '../../platform/extension-version';
import { definitionsHeld } from '../../store/definitions-held';

/** What is asked, as state/persisted.ts keeps it. */
const ASKED = ['compare', 'chosen-segments', 'as-of', 'currency'] as const;

export interface PictureStamp {
  readonly dataVersion: number;
  /** A fingerprint of all that the last comparison follows from: the question, the data, what was saved of segments, the code. */
  readonly madeOf: string;
}

/** As of now; null where nothing is held. */
export async function pictureStamp(): Promise<PictureStamp | null> {
  const asked = ASKED.map((key) => withoutView(localStorage.getItem(`segment-lens:${key}`)));
  const held = await definitionsHeld();
  if (held === null) return null;
  const text = JSON.stringify([extensionVersion(), asked, held]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0'));
  return { dataVersion: held.dataVersion, madeOf: hex.join('') };
}

/** Which tab the Compare view stands at changes nothing in the picture. */
function withoutView(stored: string | null): unknown {
  const value: unknown = JSON.parse(stored ?? 'null');
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value, view: null }
    : value;
}
