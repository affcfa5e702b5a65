import { useEffect, useState } from 'preact/hooks';

/** The value once a frame without it is drawn, null before the first: for what nobody sees at once, such as what is folded. */
export function useLater<T>(value: T): T | null {
  const [later, setLater] = useState<{ readonly value: T } | null>(null);
  // Effects run when the frame has been drawn.
  useEffect(() => setLater({ value }), [value]);
  return later?.value ?? null;
}
