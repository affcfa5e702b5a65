import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs before any package is installed: Node's own modules only.

export const root = fileURLToPath(new URL('..', import.meta.url));

const CHROMIUMS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/opt/homebrew/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  // Branded Chrome no longer loads unpacked extensions from the command line, so it is not in this list.
];

const FIREFOXES = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Ends the program with a sentence. */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

/** Runs a command with its output shown. True where it ended well. */
function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: platform() === 'win32' });
  return status === 0;
}

const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

/** Installs the packages of package-lock.json, unless just those are there. */
export function ensurePackages() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Segment Lens needs Node 20 or newer; this is Node ${process.versions.node}.`);
  const lock = createHash('sha256')
    .update(readFileSync(resolve(root, 'package-lock.json')))
    .digest('hex');
  const stamp = resolve(root, 'node_modules/.segment-lens-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (once) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    fail('The packages could not be installed. Is the network there? `npm ci` says more.');
  }
  writeFileSync(stamp, lock);
}

/** Installs Debian packages where this user may. True where they are there afterwards. */
function aptInstall(packages) {
  if (!has('apt-get')) return false;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false;
  const apt = (...args) =>
    root
      ? run('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args])
      : run('sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]);
  console.log(`Installing ${packages.join(', ')} through the system's package manager (once) …`);
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

const first = (paths) => paths.find((p) => p && existsSync(p)) ?? null;

/** Path of a Chromium that loads unpacked extensions, installing one where there is none and it may. */
export async function ensureChromium() {
  const found = first(CHROMIUMS) ?? (await playwrightChromium());
  if (found) return found;
  if (aptInstall(['chromium', 'fonts-liberation'])) {
    const installed = first(CHROMIUMS);
    if (installed) return installed;
  }
  if (run('npx', ['playwright', 'install', 'chromium'])) {
    const downloaded = await playwrightChromium();
    if (downloaded) return downloaded;
  }
  fail(
    'No Chromium was found and none could be installed.\n' +
      'Install one (Debian: `sudo apt install chromium`; macOS: `brew install chromium`), or name it in CHROMIUM_PATH.',
  );
}

async function playwrightChromium() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

/** Path of a Firefox, or null where none is there and none may be installed. */
export function ensureFirefox() {
  return first(FIREFOXES) ?? (aptInstall(['firefox-esr']) ? first(FIREFOXES) : null);
}

/** An X server and a keyboard for the test that opens the real popup; false where they can't be had. */
export function ensureVirtualDisplay() {
  const there = () => existsSync('/usr/bin/Xvfb') && existsSync('/usr/bin/xdotool');
  return platform() === 'linux' && (there() || (aptInstall(['xvfb', 'xdotool']) && there()));
}

/** Writers of statistics pages for tests, which are skipped where these can't be had (Debian: goaccess, awstats). */
export function ensureStatisticsTools() {
  const there = () => existsSync('/usr/bin/goaccess') && existsSync('/usr/lib/cgi-bin/awstats.pl');
  return platform() === 'linux' && (there() || (aptInstall(['goaccess', 'awstats']) && there()));
}

/** Flags every launch needs; root (containers, CI) can't have Chromium's sandbox. */
export function chromiumArgs(extensionDir, { headless }) {
  return [
    ...(headless ? ['--headless=new', '--disable-gpu'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
  ];
}
