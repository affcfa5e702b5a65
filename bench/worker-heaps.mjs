/**
 * What the workers of a page hold, as the DevTools protocol tells of each isolate: JavaScript's heap and the buffers
 * behind arrays. The page must not have started its workers before.
 * @param {import('playwright').Page} page
 */
export async function workerHeaps(page) {
  const session = await page.context().newCDPSession(page);
  const workers = new Set();
  const waiting = new Map();
  let asked = 0;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    // The extension's service worker is attached too.
    if (targetInfo.type === 'worker') workers.add(sessionId);
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => {
    workers.delete(sessionId);
    for (const [id, { of, resolve }] of waiting) {
      if (of !== sessionId) continue;
      waiting.delete(id);
      resolve(undefined);
    }
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });

  const send = (of, method) => {
    const id = ++asked;
    const answer = new Promise((resolve) => waiting.set(id, { of, resolve }));
    session
      .send('Target.sendMessageToTarget', { sessionId: of, message: JSON.stringify({ id, method }) })
      // Gone in the meantime.
      .catch(() => {
        waiting.get(id)?.resolve(undefined);
        waiting.delete(id);
      });
    return answer;
  };
  const used = async () => {
    const heaps = await Promise.all([...workers].map((of) => send(of, 'Runtime.getHeapUsage')));
    return heaps.reduce((sum, heap) => sum + (heap ? heap.usedSize + heap.backingStorageSize : 0), 0);
  };
  return {
    used,
    /** Once the collector has been. */
    async held() {
      await Promise.all([...workers].map((of) => send(of, 'HeapProfiler.collectGarbage')));
      return used();
    },
  };
}
