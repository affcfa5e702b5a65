import { resolve } from 'node:path';
import { build } from 'vite';
import { root } from '../../scripts/setup.mjs';

/** A file of `bench/ours/` as one script for a page. */
export async function pageScript(name) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { __TARGET__: '"chrome"', __TEST__: 'false' },
    build: {
      write: false,
      target: 'chrome130',
      rolldownOptions: {
        input: resolve(root, `bench/ours/${name}.ts`),
        treeshake: { moduleSideEffects: (id) => id.endsWith(`ours/${name}.ts`) },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  return (Array.isArray(built) ? built[0] : built).output[0].code;
}
