import { describe, expect, it } from 'vitest';
import { AppError } from '../core/app-error';
import type { CallOptions, EngineClient } from './engine-api';
import { engineBridge, type WorkerLike } from './engine-bridge';
import { ENGINE_METHODS, parseFromWorker, parseToWorker, type ToWorker } from './rpc';
import { serveEngine } from './serve-engine';

type Methods = Partial<{
  [M in keyof EngineClient]: (request: never, options: Required<CallOptions>) => Promise<unknown>;
}>;

/** Bridge and server over a real MessageChannel, so that everything is cloned as between page and worker. */
function connected(methods: Methods, lastVersion: number | null = null) {
  const committed: number[] = [];
  const started: (number | null)[] = [];
  const workers: (WorkerLike & { fail: (kind: 'error' | 'messageerror') => void })[] = [];
  const ports: MessagePort[] = [];
  const bridge = engineBridge({
    lastVersion: async () => lastVersion,
    committed: (v) => committed.push(v),
    spawn() {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1, port2);
      let now = 0;
      serveEngine(
        {
          postMessage: (m, transfer) => port2.postMessage(m, transfer),
          addEventListener: (_, listener) => {
            port2.onmessage = (e) => listener({ data: e.data });
          },
        },
        () => (now += 100),
        (last, commit) => {
          started.push(last);
          commit(7);
          return methods as unknown as EngineClient;
        },
      );
      const failing = new Map<string, (event: { data?: unknown; message?: unknown }) => void>();
      const worker = {
        postMessage: (m: ToWorker) => port1.postMessage(m),
        addEventListener(type: string, listener: (event: { data?: unknown; message?: unknown }) => void) {
          if (type === 'message') port1.onmessage = (e) => listener({ data: e.data });
          else failing.set(type, listener);
        },
        terminate: () => port1.close(),
        fail: (kind: 'error' | 'messageerror') => failing.get(kind)?.({ message: 'boom' }),
      };
      workers.push(worker);
      return worker;
    },
  });
  const close = () => {
    for (const port of ports) port.close();
  };
  return { bridge, committed, started, workers, close };
}

describe('the bridge to the engine worker', () => {
  it('has the worker load before the first call, which needs no other', async () => {
    const { bridge, workers, started, close } = connected({ state: async () => null }, 3);
    bridge.start();
    expect(workers.length).toBe(1);
    await bridge.state(undefined);
    expect([workers.length, started]).toEqual([1, [3]]);
    close();
  });

  it('starts another for the first call where the worker died while it loaded, and keeps to that one', async () => {
    const { bridge, workers, close } = connected({ state: async () => null });
    bridge.start();
    workers[0]?.fail('error');
    await expect(bridge.state(undefined)).resolves.toBeUndefined();
    await bridge.state(undefined);
    expect(workers.length).toBe(2);
    close();
  });

  it('answers a call, and tells the page of commits and the worker of the last version', async () => {
    const { bridge, committed, started, close } = connected(
      { discardInbox: async (request: { inboxId: string }) => ({ got: request.inboxId }) },
      5,
    );
    expect(await bridge.discardInbox({ inboxId: 'x' })).toEqual({ got: 'x' });
    expect(started).toEqual([5]);
    expect(committed).toEqual([7]);
    close();
  });

  it('passes errors on as codes with their parameters', async () => {
    const { bridge, close } = connected({
      state: async () => {
        throw new AppError('db/quota', { params: { free: 3 } });
      },
      fields: async () => {
        throw new TypeError('a bug');
      },
    });
    await expect(bridge.state(undefined)).rejects.toMatchObject({ code: 'db/quota', params: { free: 3 } });
    await expect(bridge.fields(undefined)).rejects.toMatchObject({ code: 'internal' });
    close();
  });

  it('brings progress to the caller that asked', async () => {
    const seen: number[] = [];
    const { bridge, close } = connected({
      fields: async (_, { onProgress }) => {
        for (const rows of [1, 2, 3]) onProgress({ stage: 'reading', rows, bytes: 0, totalBytes: 0 });
        return [];
      },
    });
    await bridge.fields(undefined, { onProgress: (p) => seen.push(p.rows) });
    expect(seen).toEqual([1, 2, 3]);
    close();
  });

  it('aborts the work in the worker, and rejects once it has stopped', async () => {
    let stopped = false;
    const { bridge, close } = connected({
      fields: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            stopped = true;
            reject(signal.reason);
          });
        }),
    });
    const abort = new AbortController();
    const call = bridge.fields(undefined, { signal: abort.signal });
    setTimeout(() => abort.abort(), 10);
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(stopped).toBe(true);
    await expect(bridge.fields(undefined, { signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    close();
  });

  it('fails what a dead worker was asked, and starts another for the next call', async () => {
    let calls = 0;
    const { bridge, workers, close } = connected({
      fields: () => (calls++ === 0 ? new Promise(() => {}) : Promise.resolve([])),
    });
    const lost = bridge.fields(undefined);
    while (calls === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    workers[0]?.fail('error');
    await expect(lost).rejects.toMatchObject({ code: 'rpc/worker-died' });
    expect(await bridge.fields(undefined)).toEqual([]);
    expect(workers).toHaveLength(2);
    close();
  });

  it('takes no message but its own', () => {
    for (const raw of [
      null,
      'state',
      { kind: 'call', id: -1, method: 'state', request: null },
      { kind: 'call', id: 1, method: 'constructor', request: null },
      { kind: '__proto__' },
      { kind: 'hello', lastVersion: 'x' },
    ]) {
      expect(() => parseToWorker(raw), JSON.stringify(raw)).toThrow(AppError);
    }
    expect(() => parseFromWorker({ kind: 'error', id: 1, error: { code: 5 } })).toThrow(AppError);
    expect(parseToWorker({ kind: 'call', id: 1, method: 'state', request: undefined })).toMatchObject({
      method: 'state',
    });
    expect(new Set(ENGINE_METHODS).size).toBe(ENGINE_METHODS.length);
  });
});
