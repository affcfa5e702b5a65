import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button';
import './menu.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** For a choice among several. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

/** A button that opens a short list of actions. Arrows move, Enter does, Escape closes and gives focus back. */
export function Menu(props: {
  readonly children: ComponentChildren;
  /** Where the words on the button don't stand alone. */
  readonly label?: string;
  readonly items: readonly MenuItem[];
  readonly kind?: 'plain' | 'quiet';
  readonly size?: 'm' | 's';
  readonly align?: 'start' | 'end';
  /** Items that are made when they are asked for. */
  readonly onOpen?: () => void;
  /** Said where there are none. */
  readonly none?: string;
}) {
  const { items, align = 'start' } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const entries = () => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? []),
  ];
  const close = (giveBack: boolean) => {
    setOpen(false);
    if (giveBack) button.current?.focus();
  };

  const show = () => {
    props.onOpen?.();
    setOpen(true);
  };

  // Before anything is painted: the next key of a quick hand is meant for the menu.
  useLayoutEffect(() => {
    // Items that come after the menu was opened get the focus too.
    if (open && !entries().includes(document.activeElement as HTMLElement)) entries()[0]?.focus();
  }, [open, items.length, items[0]?.disabled]);

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        show();
      }
      return;
    }
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    } else if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all[all.length - 1]?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the button and the items, caught where both pass.
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <Button
        buttonRef={button}
        kind={props.kind ?? 'plain'}
        size={props.size ?? 'm'}
        expanded={open}
        controls={id}
        {...(props.label === undefined ? {} : { label: props.label })}
        onClick={() => (open ? setOpen(false) : show())}
      >
        {props.children}
        <span class="menu-arrow" aria-hidden="true" />
      </Button>
      {open && (
        <div class={`menu-list menu-list-${align}`} id={id} role="menu" aria-label={props.label}>
          {items.length === 0 && (
            <button
              type="button"
              class="menu-item"
              role="menuitem"
              tabIndex={-1}
              aria-disabled
              onClick={() => close(true)}
            >
              {props.none}
            </button>
          )}
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              class="menu-item"
              {...(item.checked === undefined
                ? { role: 'menuitem' as const }
                : { role: 'menuitemradio' as const, 'aria-checked': item.checked })}
              disabled={item.disabled ?? false}
              tabIndex={-1}
              onClick={() => {
                close(true);
                item.onSelect();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
