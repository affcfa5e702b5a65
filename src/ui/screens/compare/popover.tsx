import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../parts/button';
import '../../parts/menu.css';

/** A button with a panel under it. Escape and a click elsewhere close it; focus goes back to the button. */
export function Popover(props: {
  readonly label: ComponentChildren;
  readonly kind?: 'plain' | 'quiet' | 'primary';
  readonly children: (close: () => void) => ComponentChildren;
  readonly onOpen?: () => void;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  // Kept inside the window, however near its edge the button is.
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = panel.current;
    if (!open || !node) return;
    const { left, right } = node.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 12;
    const shift = Math.max(12 - left, Math.min(0, room - right));
    if (shift !== 0) node.style.translate = `${shift}px`;
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape, from the button and from all that is in the panel.
    <div
      class="popover"
      ref={root}
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <Button
        buttonRef={button}
        kind={props.kind ?? 'plain'}
        expanded={open}
        onClick={() => {
          if (!open) props.onOpen?.();
          setOpen(!open);
        }}
      >
        {props.label}
        <span class="menu-arrow" aria-hidden="true" />
      </Button>
      {open && (
        <div class="popover-panel" ref={panel}>
          {props.children(close)}
        </div>
      )}
    </div>
  );
}
