// Draws public/icons/*.png from scripts/icon.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

ensurePackages();
const { chromium } = await import('playwright');
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const svg = readFileSync(resolve(root, 'scripts/icon.svg'), 'utf8');
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  writeFileSync(resolve(root, `public/icons/${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
