import { spawn } from 'node:child_process';
import { platform } from 'node:os';
import { root } from './setup.mjs';

/**
 * Runs one named step of a check, printing its name and time; its output is shown as it comes.
 * @returns {Promise<{ name: string, ok: boolean, output: string }>}
 */
export async function step(name, command, args, env = {}) {
  process.stdout.write(`\n── ${name}\n`);
  const begun = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: platform() === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
  }
  const code = await new Promise((done) => child.on('close', done));
  console.log(
    `── ${name}: ${code === 0 ? 'ok' : `failed (${code})`}, ${((Date.now() - begun) / 1000).toFixed(1)} s`,
  );
  return { name, ok: code === 0, output };
}

const bin = (name) => `node_modules/.bin/${name}`;

export const types = async () => [
  await step('types', bin('tsc'), ['-p', 'tsconfig.json']),
  await step('types of the engine, without a DOM', bin('tsc'), ['-p', 'tsconfig.engine.json']),
];
export const lint = () => step('lint', bin('biome'), ['check', '--error-on-warnings', '.']);
export const unit = (...args) => step('unit and architecture', bin('vitest'), ['run', ...args]);
