/** A page of the extension, once it has what it is asked by. */
export async function openPage(browser, path, name) {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/${path}`);
  await page.waitForFunction((n) => n in globalThis, name);
  return page;
}

/** In a page of its own, so that what it takes to make a shop is gone before anything is measured. */
export async function storedShop(browser, customers) {
  const page = await openPage(browser, 'store-shop.html', 'storeShop');
  const stored = await page.evaluate((c) => globalThis.storeShop({ customers: c }), customers);
  await page.close();
  return stored;
}
