import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const AWSTATS = ['/usr/lib/cgi-bin/awstats.pl', '/usr/local/awstats/wwwroot/cgi-bin/awstats.pl'];
const awstats = AWSTATS.find((path) => existsSync(path));

export const hasGoaccess = spawnSync('goaccess', ['--version'], { stdio: 'ignore' }).status === 0;
export const hasAwstats = awstats !== undefined;

/** GoAccess's report of a log, as the one page it writes. */
export function goaccessReport(log: string, folder: string): string {
  const page = join(folder, 'goaccess.html');
  run('goaccess', [log, '--log-format=COMBINED', '--no-progress', '--no-global-config', '-o', page]);
  return page;
}

/** AWStats' month of a log as the static page it prints. */
export function awstatsReport(log: string, folder: string, lang: 'en' | 'pl', month: string): string {
  const data = join(folder, 'awstats');
  mkdirSync(data, { recursive: true });
  const config = ['LogType=W', 'LogFormat=1', 'SiteDomain="shop.example"', 'DNSLookup=0', `LogFile="${log}"`];
  writeFileSync(join(folder, 'awstats.shop.conf'), [...config, `DirData="${data}"`, ''].join('\n'));
  const perl = (...args: string[]) =>
    run('perl', [awstats ?? '', `-configdir=${folder}`, '-config=shop', ...args]);
  perl('-update');
  const [year = '', monthOfYear = ''] = month.split('-');
  return perl('-output', '-staticlinks', `-lang=${lang}`, `-month=${monthOfYear}`, `-year=${year}`);
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    maxBuffer: 64 << 20,
    env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'en', TZ: 'UTC' },
  });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  // Pages are in the encoding they name, such as ISO-8859-2 for Polish.
  const named = /charset=["']?([\w-]+)/i.exec(stdout.toString('latin1'))?.[1];
  return new TextDecoder(named ?? 'utf-8').decode(stdout);
}
