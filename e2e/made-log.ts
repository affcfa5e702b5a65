import { seededRandom } from '../src/core/seeded-random';

/** One request of a made-up web server's log. */
export interface Hit {
  readonly host: string;
  readonly time: Date;
  readonly path: string;
  readonly status: number;
  readonly bytes: number;
  readonly referrer: string;
  readonly agent: string;
}

const PAGES = [
  '/',
  '/kawa/ziarnista.html',
  '/kawa/mielona.html',
  '/herbata/zielona.html',
  '/koszyk.html',
  '/kontakt.html',
  '/blog/jak-parzyc.html',
  '/akcesoria/dzbanek.html',
];
const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
];
const REFERRERS = ['-', '-', 'https://www.example.org/ranking', 'https://blog.example.net/kawa?x=1'];

/** A month of a small shop's requests, in order of time; the same for the same seed. */
export function madeLog(seed: number, hits: number): readonly Hit[] {
  const random = seededRandom(seed);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() ** 1.7 * list.length)] as T;
  const start = Date.UTC(2024, 9, 1);
  return Array.from({ length: hits }, () => Math.floor(random() * 31 * 86_400))
    .sort((a, b) => a - b)
    .map((second) => {
      const status = random() < 0.9 ? 200 : 404;
      const path = status === 404 ? `/brak/${Math.floor(random() * 5)}.html` : of(PAGES);
      const host = `203.0.113.${1 + Math.floor(random() ** 2 * 60)}`;
      return {
        host,
        time: new Date(start + second * 1_000),
        path,
        status,
        bytes: 400 + Math.floor(random() * 90_000),
        referrer: of(REFERRERS),
        agent: AGENTS[Number(host.split('.')[3]) % AGENTS.length] as string,
      };
    });
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As Apache writes it in its combined format. */
export function logLine({ host, time, path, status, bytes, referrer, agent }: Hit): string {
  const iso = time.toISOString();
  const when = `${iso.slice(8, 10)}/${MONTHS[time.getUTCMonth()]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
  return `${host} - - [${when}] "GET ${path} HTTP/1.1" ${status} ${bytes} "${referrer}" "${agent}"`;
}
