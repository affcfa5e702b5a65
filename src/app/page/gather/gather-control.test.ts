import { describe, expect, it, vi } from 'vitest';
import { gatherControl } from './gather-control';

function page(hidden = false) {
  const listeners = new Set<() => void>();
  let isHidden = hidden;
  return {
    listeners,
    hide() {
      isHidden = true;
      for (const listen of [...listeners]) listen();
    },
    show() {
      isHidden = false;
      for (const listen of [...listeners]) listen();
    },
    sight: {
      hidden: () => isHidden,
      now: () => 0,
      onChange(listen: () => void) {
        listeners.add(listen);
        return () => listeners.delete(listen);
      },
    },
  };
}
const settled = async (promise: Promise<unknown>) => {
  let done = false;
  promise.then(
    () => {
      done = true;
    },
    () => {
      done = true;
    },
  );
  await new Promise((resolve) => setTimeout(resolve, 5));
  return done;
};

describe('gatherControl', () => {
  it('waits while it is paused, and says so', async () => {
    const told = vi.fn();
    const { sight, listeners } = page();
    const control = gatherControl(new AbortController().signal, sight, told);
    control.pause();
    const ready = control.ready(false);
    expect(await settled(ready)).toBe(false);
    control.resume();
    expect(await settled(ready)).toBe(true);
    expect(told.mock.calls).toEqual([['paused'], [null]]);
    expect(listeners.size).toBe(0);
  });

  it('waits for a page out of sight only where it must be drawn', async () => {
    const { sight, show } = page(true);
    const control = gatherControl(new AbortController().signal, sight, () => {});
    expect(await settled(control.ready(false))).toBe(true);
    const drawn = control.ready(true);
    expect(await settled(drawn)).toBe(false);
    show();
    expect(await settled(drawn)).toBe(true);
  });

  it('ends a pause when the person has had enough', async () => {
    const { sight } = page();
    const control = gatherControl(new AbortController().signal, sight, () => {});
    control.pause();
    const ready = control.ready(false);
    control.finish();
    expect(await settled(ready)).toBe(true);
    expect(control.hadEnough()).toBe(true);
  });

  it('ends a pause when it is cancelled', async () => {
    const { sight } = page();
    const stop = new AbortController();
    const control = gatherControl(stop.signal, sight, () => {});
    control.pause();
    const ready = control.ready(false);
    stop.abort();
    await expect(ready).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('knows whether the page was out of sight meanwhile, also for a moment only', () => {
    const { sight, show, hide, listeners } = page();
    const control = gatherControl(new AbortController().signal, sight, () => {});
    expect(control.outOfSight()()).toBe(false);
    const was = control.outOfSight();
    hide();
    show();
    expect(was()).toBe(true);
    expect(listeners.size).toBe(0);
  });
});
