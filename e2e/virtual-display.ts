import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const hasVirtualDisplay = existsSync('/usr/bin/Xvfb') && existsSync('/usr/bin/xdotool');

/** An X server with no screen to it, and hands at its keyboard. */
export interface VirtualDisplay {
  /** For `DISPLAY`. */
  readonly name: string;
  /** Gives the largest window of that name the keyboard and presses, such as `ctrl+shift+y`. */
  press(windowClass: string, keys: string): Promise<void>;
  close(): void;
}

export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  // It picks a free number by itself and says which on its standard output.
  const server: ChildProcess = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const name = await new Promise<string>((done, failed) => {
    server.once('error', failed);
    server.once('exit', () => failed(new Error('Xvfb did not start')));
    server.stdout?.once('data', (said: Buffer) => done(`:${said.toString().trim()}`));
  });
  const env = { ...process.env, DISPLAY: name };
  return {
    name,
    async press(windowClass, keys) {
      const { stdout } = await run('xdotool', ['search', '--sync', '--onlyvisible', '--class', windowClass], {
        env,
      });
      const [window] = stdout.trim().split('\n');
      if (window === undefined) throw new Error(`no window of ${windowClass}`);
      // There is no window manager to give it the focus.
      await run('xdotool', ['windowfocus', '--sync', window], { env });
      await run('xdotool', ['key', '--clearmodifiers', keys], { env });
    },
    close: () => server.kill(),
  };
}
