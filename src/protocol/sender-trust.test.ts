import { describe, expect, it } from 'vitest';
import { senderTrust } from './sender-trust';

const extension = { id: 'us', base: 'chrome-extension://us/' };
const trust = (sender: object) => senderTrust({ id: 'us', ...sender }, extension);

describe('senderTrust', () => {
  it.each([
    ['the popup', { url: 'chrome-extension://us/popup/index.html' }],
    ['the side panel', { url: 'chrome-extension://us/panel/index.html?x=1' }],
    [
      'the workspace in a tab',
      { url: 'chrome-extension://us/workspace/index.html#compare', tab: { id: 3 }, frameId: 0 },
    ],
  ])('trusts %s as an extension page', (_, sender) => {
    expect(trust(sender)).toBe('extension-page');
  });

  it.each([
    [
      'our own page framed by a web page',
      { url: 'chrome-extension://us/popup/index.html', tab: { id: 3 }, frameId: 7 },
    ],
    ['another page of ours', { url: 'chrome-extension://us/overlay/index.html', tab: { id: 3 }, frameId: 0 }],
    [
      'a path that only begins like ours',
      { url: 'chrome-extension://us/popup/index.html/../x', tab: { id: 3 }, frameId: 0 },
    ],
    ['another extension', { id: 'them', url: 'chrome-extension://us/popup/index.html' }],
    ['a sender without an address', {}],
    ['a web page outside any tab', { url: 'https://shop.example/' }],
  ])('does not trust %s', (_, sender) => {
    expect(trust(sender)).toBeNull();
  });

  it('takes a frame of a tab for a content script, whatever its address says', () => {
    expect(
      trust({
        url: 'https://shop.example/chrome-extension://us/popup/index.html',
        tab: { id: 3 },
        frameId: 4,
      }),
    ).toBe('content-script');
  });
});
