import { describe, expect, it } from 'vitest';
import { latest } from './latest';

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the latest answer', () => {
  it('is that of the last question, though an earlier one answers after it', async () => {
    const open = new Map<number, (answer: string) => void>();
    const aborted: number[] = [];
    const call = latest<number, string>((n, signal) => {
      signal.addEventListener('abort', () => aborted.push(n));
      return new Promise((resolve) => open.set(n, resolve));
    });
    call.ask(1);
    call.ask(2);
    open.get(2)?.('two');
    open.get(1)?.('one');
    await settle();
    expect(call.value.value).toBe('two');
    expect(aborted).toEqual([1]);
  });

  it('keeps the old one while a new one is made, and when it fails', async () => {
    let fail = false;
    const call = latest<number, string>(async (n) => {
      if (fail) throw new Error('no');
      return String(n);
    });
    call.ask(1);
    await settle();
    fail = true;
    call.ask(2);
    expect(call.busy.value).toBe(true);
    expect(call.value.value).toBe('1');
    await settle();
    expect(call.value.value).toBe('1');
    expect(call.error.value).toBeInstanceOf(Error);
    fail = false;
    call.ask(2);
    await settle();
    expect(call.value.value).toBe('2');
    expect(call.error.value).toBeNull();
  });

  it('does not ask the same twice', async () => {
    let asked = 0;
    const call = latest<{ readonly a: number }, number>(async () => ++asked);
    call.ask({ a: 1 });
    await settle();
    call.ask({ a: 1 });
    await settle();
    expect(asked).toBe(1);
  });

  it('shows no answer and no error once stopped', async () => {
    let answer: ((s: string) => void) | undefined;
    const call = latest<number, string>(() => new Promise((resolve) => (answer = resolve)));
    call.ask(1);
    call.stop();
    answer?.('late');
    await settle();
    expect(call.value.value).toBeNull();
    expect(call.busy.value).toBe(false);
    expect(call.error.value).toBeNull();
  });
});
