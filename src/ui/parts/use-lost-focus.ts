import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Takes the focus as it comes, where what had it went away: the next key starts from here and not from the top of the page.
 * Never takes it from anything. The element needs a `tabIndex`.
 */
export function useLostFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, [element]);
}
