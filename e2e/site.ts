import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages made up by a test, served on loopback like any other site. */
export interface Site {
  readonly url: string;
  /** Serves a body at a path and answers its address. */
  put(path: string, body: string, type?: string): string;
  close(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const pages = new Map<string, { body: string; type: string }>();
  const server: Server = createServer((request, response) => {
    const found = pages.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' });
    response.end(found?.body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    put(path, body, type = 'text/html; charset=utf-8') {
      pages.set(path, { body, type });
      return url + path;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** A whole page around a body. */
export const pageOf = (body: string, title = 'A page') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
