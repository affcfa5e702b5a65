import { readFile } from 'node:fs/promises';

const GECKO_ID = 'segment-lens@segment-lens.example';

/**
 * The manifest of one browser, made from the one at the top of the project.
 * @param {'chrome' | 'firefox'} target
 * @param {{ test?: boolean }} [options] `test` grants the loopback hosts that end-to-end tests read pages from.
 */
export async function manifestFor(target, { test = false } = {}) {
  const manifest = JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  manifest.version = version;
  if (test) {
    manifest.host_permissions = ['http://127.0.0.1/*', 'http://localhost/*'];
    // The self-test page reports to the loopback server that started the browser.
    const policy = manifest.content_security_policy;
    policy.extension_pages = policy.extension_pages.replace(
      "connect-src 'none'",
      'connect-src http://127.0.0.1:47821',
    );
  }
  if (target === 'chrome') return manifest;

  const { side_panel, minimum_chrome_version, ...firefox } = manifest;
  return {
    ...firefox,
    background: { scripts: ['background.js', ...(test ? ['self-test-opener.js'] : [])], type: 'module' },
    permissions: manifest.permissions.filter((p) => p !== 'sidePanel'),
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: 'Segment Lens',
      default_icon: manifest.icons,
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}
