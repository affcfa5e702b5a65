/**
 * A task of its own, so that messages and clicks are heard; timers would wait for 4 ms, and on a page out of sight for
 * a second.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
