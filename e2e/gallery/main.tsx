import { render } from 'preact';
import { AppError } from '../../src/core/app-error';
import { addFiles } from '../../src/ui/screens/data/import-desk';
import { WorkspaceShell } from '../../src/ui/screens/workspace-shell/workspace-shell';
import { setEngine } from '../../src/ui/state/engine';
import '../../src/ui/theme.css';
import { type MockOptions, mockEngine } from '../../tests/mock-engine';

/**
 * The workspace over a mock engine: `?data=none&storage=vanished&files=orders.csv,ga4.csv&hang=1#/data`.
 * The e2e suite looks at every state of the screens here without an extension around them.
 */
const params = new URLSearchParams(location.search);
const storage = params.get('storage');
const options: MockOptions = {
  data: params.get('data') === 'none' ? 'none' : 'shop',
  storage: storage === 'vanished' || storage === 'not-persistent' ? storage : 'ok',
  delay: Number(params.get('delay') ?? 0),
  hang: params.has('hang'),
  inbox: params.has('inbox')
    ? [
        {
          id: 'i1',
          title: 'Traffic acquisition: Session source / medium',
          url: 'https://analytics.google.com/analytics/web/#/p123456789/reports/explorer',
          tool: 'ga4',
          rows: 250,
          columns: 6,
          capturedAt: Date.parse('2026-11-03T09:41:00Z'),
          complete: true,
        },
        {
          id: 'i2',
          title: 'Zamówienia – panel sklepu z bardzo długą nazwą, która nie mieści się w wierszu',
          url: 'https://sklep.example.pl/admin/orders',
          tool: 'generic',
          rows: 5000,
          columns: 14,
          capturedAt: Date.parse('2026-11-03T09:44:00Z'),
          complete: false,
        },
      ]
    : [],
  ...(params.has('fail')
    ? { fail: { [params.get('fail') ?? 'state']: params.get('code') ?? 'db/failed' } }
    : {}),
};
const failing = params.get('fail') === 'survey';
setEngine(
  mockEngine(options, failing ? { survey: () => Promise.reject(new AppError('file/unreadable')) } : {}),
);
const app = document.getElementById('app');
if (app) render(<WorkspaceShell />, app);
const names = params.get('files')?.split(',') ?? [];
if (names.length > 0) addFiles(names.map((name) => new File(['x'.repeat(184_223)], name)));
