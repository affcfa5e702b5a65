import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hireTypist, type TypistWorker } from './hire-typist';

const DIALECT = { delimiter: ',', quote: '"', escape: 'double', lineEnd: 'lf' } as const;

function worker() {
  const heard = new Map<string, (event: { readonly data?: unknown; readonly message?: unknown }) => void>();
  const made = {
    postMessage: vi.fn(),
    terminate: vi.fn(),
    addEventListener: (type: string, listener: (event: object) => void) => void heard.set(type, listener),
  };
  const say = (type: string, event: object) => heard.get(type)?.(event);
  return { made: made as unknown as TypistWorker & typeof made, say };
}

describe('hireTypist', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts no worker where there is one core', () => {
    const spawn = vi.fn();
    expect(hireTypist(spawn, 1)()).toBeNull();
    expect(spawn).not.toHaveBeenCalled();
  });

  it('does without where the browser has no workers in workers', () => {
    const hire = hireTypist(() => {
      throw new ReferenceError('Worker is not defined');
    }, 8);
    expect(hire()).toBeNull();
  });

  it('is ready once the worker says so, and stays the same one', () => {
    const { made, say } = worker();
    const hire = hireTypist(() => made, 2);
    const typist = hire();
    expect(typist?.isReady).toBe(false);
    say('message', { data: { kind: 'ready' } });
    expect(typist?.isReady).toBe(true);
    expect(hire()).toBe(typist);
  });

  it('lets the worker go after a minute of nothing to do, and not before', () => {
    const { made, say } = worker();
    const hire = hireTypist(() => made, 2);
    const typist = hire();
    say('message', { data: { kind: 'ready' } });
    const job = typist?.begin(DIALECT);
    vi.advanceTimersByTime(600_000);
    expect(made.terminate).not.toHaveBeenCalled();
    job?.drop();
    vi.advanceTimersByTime(59_000);
    expect(made.terminate).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2000);
    expect(made.terminate).toHaveBeenCalledOnce();
    expect(hire()).not.toBe(typist);
  });

  it('tells its jobs of a worker that died, and hires another', async () => {
    const { made, say } = worker();
    const hire = hireTypist(() => made, 2);
    const typist = hire();
    const job = typist?.begin(DIALECT);
    const back = job?.back([0]);
    say('error', { message: 'out of memory' });
    await expect(back).rejects.toThrow('out of memory');
    expect(hire()).not.toBe(typist);
  });
});
