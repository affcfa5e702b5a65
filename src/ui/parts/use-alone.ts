import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * While it stands, nothing else of the page takes keys, clicks or a reader's eye; what is only said is still said. Then
 * the focus goes back to where it was.
 */
export function useAlone(shown: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const behind: HTMLElement[] = [];
    for (
      let node: HTMLElement | null = shown.current;
      node !== null && node !== document.body;
      node = node.parentElement
    )
      for (const other of node.parentElement?.children ?? [])
        if (other instanceof HTMLElement && other !== node && !other.inert && !other.matches('[aria-live]')) {
          other.inert = true;
          behind.push(other);
        }
    return () => {
      for (const other of behind) other.inert = false;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}
