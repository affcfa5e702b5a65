import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumArgs, ensureChromium } from '../scripts/setup.mjs';

/** A profile that outlives its browsers, and browsers over it that can be killed as by a power cut to the process. */
export class KillableBrowser {
  private readonly profile = mkdtempSync(join(tmpdir(), 'segment-lens-kill-'));
  private running: { readonly process: ChildProcess; readonly browser: Browser } | null = null;

  constructor(private readonly extensionDir: string) {}

  /** Starts a browser over the profile and opens an extension page in it. */
  async open(path: string): Promise<Page> {
    const portFile = join(this.profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    const started = spawn(
      await ensureChromium(),
      [
        ...chromiumArgs(this.extensionDir, { headless: true }),
        `--user-data-dir=${this.profile}`,
        '--remote-debugging-port=0',
        '--disable-session-crashed-bubble',
        'about:blank',
      ],
      // A group of its own, so that killing reaches every process of the browser at once.
      { detached: true, stdio: 'ignore' },
    );
    const port = await until(() =>
      existsSync(portFile) ? Number(readFileSync(portFile, 'utf8').split('\n')[0]) || null : null,
    );
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    this.running = { process: started, browser };
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('no context');
    const address = await until(() => {
      const worker = context.serviceWorkers().find((w) => w.url().startsWith('chrome-extension:'));
      return worker?.url().split('/').slice(0, 3).join('/') ?? null;
    });
    const page = await context.newPage();
    await page.goto(`${address}/${path}`);
    return page;
  }

  /** Kills the browser that runs, if any, and opens the page in another. */
  async again(path: string): Promise<Page> {
    await this.kill();
    return this.open(path);
  }

  /** SIGKILL to the whole browser: nothing of it gets to say goodbye. */
  async kill(): Promise<void> {
    const { running } = this;
    if (running === null) return;
    this.running = null;
    const exited = new Promise((resolve) => running.process.once('exit', resolve));
    process.kill(-(running.process.pid as number), 'SIGKILL');
    await exited;
    await running.browser.close().catch(() => {});
    // The profile is locked until the last of its processes is gone.
    await until(() => (groupIsGone(running.process.pid as number) ? true : null));
    for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
      rmSync(join(this.profile, lock), { force: true });
  }

  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function groupIsGone(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return false;
  } catch {
    return true;
  }
}

async function until<T>(look: () => T | null): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error('waited in vain');
    await sleep(20);
  }
}
