/** Followed frame by frame for so long after the last movement. */
const AWAKE_MS = 250;
/** Otherwise looked at this often: what a page moves without scrolling is noticed so late. */
const ASLEEP_MS = 400;

/**
 * Calls `measure` once a frame while anything moves, after the page's own layout and before it is drawn: there, asking
 * where things are costs no layout of its own. A `ResizeObserver` is told then, so an element of ours is resized for it.
 *
 * ```
 *  asleep ──scroll, resize, change──► frame: resize ─► layout ─► measure ──moved──► frame …
 *    ▲  └─────── every 400 ms ────────►                             │
 *    └───────────────────── still for 250 ms ───────────────────────┘
 * ```
 * @param measure answers whether anything has moved
 */
export function afterLayout(window: Window & typeof globalThis, pulse: HTMLElement, measure: () => boolean) {
  let awakeUntil = 0;
  let frame = 0;
  let timer = 0;
  let wide = false;
  let stopped = false;

  const observer = new window.ResizeObserver(() => {
    if (stopped || frame !== 0) return;
    if (measure()) awakeUntil = performance.now() + AWAKE_MS;
    if (performance.now() < awakeUntil) ask();
    else {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, ASLEEP_MS);
    }
  });
  observer.observe(pulse);

  function ask(): void {
    if (stopped || frame !== 0) return;
    frame = window.requestAnimationFrame(() => {
      frame = 0;
      wide = !wide;
      pulse.style.setProperty('width', wide ? '2px' : '1px');
    });
  }

  return {
    wake(): void {
      awakeUntil = performance.now() + AWAKE_MS;
      ask();
    },
    stop(): void {
      stopped = true;
      observer.disconnect();
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    },
  };
}
