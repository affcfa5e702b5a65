const CHANNEL = 'segment-lens-data';

/** Tells every page and worker of the extension that something else is committed now. */
export function announceDataChanged(dataVersion: number): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ dataVersion });
  channel.close();
}

/** Calls back after every commit, whoever made it; answers how to stop. */
export function onDataChanged(listener: (dataVersion: number) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('dataVersion' in data)) return;
    if (typeof data.dataVersion === 'number') listener(data.dataVersion);
  });
  return () => channel.close();
}
