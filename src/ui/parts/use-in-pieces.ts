import { useEffect, useState } from 'preact/hooks';

/**
 * How many of `count` to draw: a piece at once and one more after each frame, so that none is a long task; in the end all.
 * Whatever is drawn stays drawn.
 */
export function useInPieces(count: number, piece: number): number {
  const [drawn, setDrawn] = useState(piece);
  // Effects run when the frame has been drawn.
  useEffect(() => {
    if (drawn < count) setDrawn(drawn + piece);
  }, [drawn, count, piece]);
  return Math.min(drawn, count);
}
