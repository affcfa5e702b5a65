import { signal } from '@preact/signals';

const said = signal<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 });

/** Says a sentence through a screen reader without moving focus. Needs one `<LiveRegion/>` on the page. */
export function announce(sentence: string): void {
  said.value = { text: sentence, turn: said.value.turn + 1 };
}

export function LiveRegion() {
  const { text, turn } = said.value;
  // The same sentence twice is said twice only where the node changes.
  return (
    <div class="only-read" role="status" aria-live="polite">
      <span key={turn}>{text}</span>
    </div>
  );
}
