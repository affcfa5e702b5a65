// The quick part, for every commit: types, lint, unit and architecture tests without the large real files.
import { ensurePackages } from './setup.mjs';

ensurePackages();
const { lint, types, unit } = await import('./steps.mjs');
const steps = [...(await types()), await lint(), await unit('--exclude', 'tests/real/**')];
process.exit(steps.every((s) => s.ok) ? 0 : 1);
