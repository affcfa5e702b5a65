import { useLayoutEffect, useRef } from 'preact/hooks';

/** Puts the focus on the first choice of what was just added to a list: the last of `items` in it. */
export function useFocusAdded<Element extends HTMLElement>(items: string) {
  const list = useRef<Element>(null);
  const added = useRef(false);
  useLayoutEffect(() => {
    if (!added.current) return;
    added.current = false;
    [...(list.current?.querySelectorAll(items) ?? [])].at(-1)?.querySelector<HTMLElement>('select')?.focus();
  });
  return {
    list,
    onAdded: () => {
      added.current = true;
    },
  };
}
