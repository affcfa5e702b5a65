import { useState } from 'preact/hooks';

/** Dragging an item of a list to another place: what the items of the list need for it. */
export function useDragOrder(move: (id: string, to: number) => void): {
  readonly dragged: string | null;
  item(
    id: string,
    at: number,
    name: string,
  ): {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
    readonly onDragOver: (event: DragEvent) => void;
  };
} {
  const [dragged, setDragged] = useState<string | null>(null);
  return {
    dragged,
    item: (id, at, name) => ({
      draggable: true,
      onDragStart: (event) => {
        setDragged(id);
        event.dataTransfer?.setData('text/plain', name);
      },
      onDragEnd: () => setDragged(null),
      onDragOver: (event) => {
        if (dragged === null) return;
        event.preventDefault();
        if (dragged !== id) move(dragged, at);
      },
    }),
  };
}
