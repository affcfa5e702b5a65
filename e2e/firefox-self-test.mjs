// Loads the test build into a real Firefox; its self-test page runs the engine there and reports here.
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ensureFirefox, root } from '../scripts/setup.mjs';

const PORT = 47_821;
const PATIENCE_MS = 120_000;

const firefox = ensureFirefox();
if (!firefox) {
  console.error('No Firefox on this machine.');
  process.exit(1);
}

const reported = new Promise((done, failed) => {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
      if (request.method !== 'POST') return;
      server.close();
      done(JSON.parse(body));
    });
  });
  server.on('error', failed);
  server.listen(PORT, '127.0.0.1');
  setTimeout(
    () => failed(new Error(`no report from Firefox within ${PATIENCE_MS / 1000} s`)),
    PATIENCE_MS,
  ).unref();
});

const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox, headless: true });
let ok = false;
try {
  console.log(await browser.version());
  await browser.installExtension(resolve(root, 'dist/firefox-test'));
  const results = await reported;
  for (const r of results)
    console.log(`${r.ok ? 'ok  ' : 'FAIL'} ${r.claim}${r.ok ? '' : ` — ${JSON.stringify(r.found)}`}`);
  ok = results.length > 0 && results.every((r) => r.ok);
} catch (error) {
  console.error(error);
} finally {
  await browser.close();
}
process.exit(ok ? 0 : 1);
