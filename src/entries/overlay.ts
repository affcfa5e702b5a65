import { onlyOnce } from '../app/page/only-once';
import { browser } from '../platform/browser';
import { overlay } from '../ui/overlay/overlay';

// Put into pages of sites that a person chose it for, as they load, and when they choose it. Pages within pages say
// nothing: what frames a site is not the site.
if (window.top === window) {
  let running: ReturnType<typeof overlay> | undefined;
  onlyOnce(
    globalThis,
    () => browser.runtime.id !== undefined && running?.running() !== false,
    () => {
      running = overlay(window, (message) => browser.runtime.sendMessage(message));
      browser.storage.onChanged.addListener((_, area) => {
        if (area === 'local') running?.again();
      });
    },
    'overlay',
  );
}
