import { useState } from 'preact/hooks';
import { announce } from './live-region';

/** Puts a text on the clipboard and says so; `failed` where the browser refused the last one. */
export function useCopy(copied: string): {
  readonly failed: boolean;
  readonly copy: (text: string) => Promise<void>;
} {
  const [failed, setFailed] = useState(false);
  const copy = async (text: string) => {
    setFailed(false);
    try {
      await navigator.clipboard.writeText(text);
      announce(copied);
    } catch {
      setFailed(true);
    }
  };
  return { failed, copy };
}
