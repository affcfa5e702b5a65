import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A control that can't be used while its work goes on loses the focus to nothing; this gives it back with the control,
 * unless something else has it by then. The control is what the returned ref is put on: the one given, if one is.
 */
export function useKeptFocus<Control extends HTMLElement>(
  disabled: boolean,
  given?: RefObject<Control | null>,
): RefObject<Control | null> {
  const own = useRef<Control>(null);
  const control = given ?? own;
  const had = useRef(false);
  useLayoutEffect(() => {
    // The browser takes the focus away only when it next draws.
    if (disabled) had.current = document.activeElement === control.current;
    else if (had.current) {
      had.current = false;
      if (document.activeElement === document.body) control.current?.focus();
    }
  }, [disabled]);
  return control;
}
