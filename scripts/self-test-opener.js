// Second background script of Firefox test builds: opens the self-test page, which can't be reached from outside.
browser.tabs.create({ url: browser.runtime.getURL('self-test/index.html') });
