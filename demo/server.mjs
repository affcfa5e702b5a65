import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import analytics, { path as analyticsPath } from './pages/analytics.mjs';
import crm, { path as crmPath } from './pages/crm.mjs';
import home, { path as homePath } from './pages/home.mjs';
import shop, { path as shopPath } from './pages/shop.mjs';

const PAGES = new Map([
  [homePath, home],
  [analyticsPath, analytics],
  [shopPath, shop],
  [crmPath, crm],
]);
const STYLES = new Set(['analytics', 'shop', 'crm', 'home']);

/**
 * Serves the demo site on loopback.
 * @param {number} [port] 0 takes any free one
 * @returns {Promise<{ url: string, pages: string[], close: () => Promise<void> }>} `pages` are paths to collect from
 */
export async function startDemo(port = 0) {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost').pathname).then(
      ({ status, type, text }) => {
        response.writeHead(status, {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'",
        });
        response.end(text);
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    pages: [analyticsPath, shopPath, crmPath],
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(path) {
  const draw = PAGES.get(path);
  if (draw) return { status: 200, type: 'text/html', text: draw() };
  const style = /^\/assets\/(\w+)\.css$/.exec(path)?.[1];
  if (style && STYLES.has(style)) {
    const file = fileURLToPath(new URL(`assets/${style}.css`, import.meta.url));
    return { status: 200, type: 'text/css', text: await readFile(file, 'utf8') };
  }
  return { status: 404, type: 'text/plain', text: 'There is no such page.' };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url, pages } = await startDemo(Number(process.env.PORT ?? 8642));
  console.log([`${url}/`, ...pages.map((page) => url + page)].join('\n'));
}
