import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { onDataChanged } from '../../../protocol/data-changed';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { announce, LiveRegion } from '../../parts/live-region';
import { SkipLink } from '../../parts/skip-link';
import { keepBadges } from '../../state/keep-badges';
import { recordHistory } from '../../state/record-history';
import { goTo, route, routeHash, SCREENS, type Screen } from '../../state/route';
import { text } from '../../state/text';
import { refreshWorkspace } from '../../state/workspace';
import { listenForDrops } from '../data/file-drop';
import { LanguageMenu } from './language-menu';
import './workspace-shell.css';

/** Each is fetched when it is first wanted; Compare brings the charts with it. */
const LOADERS: Record<Screen, () => Promise<ComponentType>> = {
  data: () => import('../data/data-screen').then((m) => m.DataScreen),
  segments: () => import('../segments/segments-screen').then((m) => m.SegmentsScreen),
  compare: () =>
    import('../compare/compare-screen').then(({ CompareScreen }) => () => (
      <CompareScreen onToData={() => goTo('data')} />
    )),
  discover: () => import('../discover/discover-screen').then((m) => m.DiscoverScreen),
  privacy: () => import('../privacy/privacy-screen').then((m) => m.PrivacyScreen),
  settings: () => import('../settings/settings-screen').then((m) => m.SettingsScreen),
};

const loaded = new Map<Screen, ComponentType>();
const loading = new Map<Screen, Promise<ComponentType>>();

/** The code of a screen, asked for once; again after it could not be had. */
function screenOf(name: Screen): Promise<ComponentType> {
  const known = loading.get(name) ?? LOADERS[name]();
  loading.set(name, known);
  known.then(
    (component) => loaded.set(name, component),
    () => loading.delete(name),
  );
  return known;
}
// What the page opens at is on its way before anything is drawn.
screenOf(route.peek().screen).catch(() => {
  // Asked again, and said, by the shell.
});

/** The workspace: a tab of the browser with its own tabs, kept in the address. */
export function WorkspaceShell() {
  const { screen, rest } = route.value;
  const t = text.value;
  const [, setLoads] = useState(0);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    void refreshWorkspace();
    const stopDrops = listenForDrops();
    const stopHistory = recordHistory();
    const stopBadges = keepBadges();
    // Another tab, the popup or the panel may have kept or deleted something.
    const stopChanges = onDataChanged(() => void refreshWorkspace());
    return () => {
      stopDrops();
      stopHistory();
      stopBadges();
      stopChanges();
    };
  }, []);

  useEffect(() => {
    document.title = `${t.nav[screen]} – ${t.productName}`;
  }, [screen, t]);

  const main = useRef<HTMLElement>(null);
  const arrived = useRef(false);
  useEffect(() => {
    // Another place is read from its top, and its keys start there when what led to it went away.
    scrollTo(0, 0);
    if (arrived.current && document.activeElement === document.body)
      main.current?.focus({ preventScroll: true });
    arrived.current = true;
  }, [screen, rest]);

  const load = () => {
    setError(null);
    if (!loaded.has(screen)) screenOf(screen).then(() => setLoads((n) => n + 1), setError);
  };
  useEffect(load, [screen]);

  const CurrentScreen = loaded.get(screen);
  return (
    <div class="shell">
      <SkipLink to="main" />
      <header class="shell-head">
        <span class="shell-name">{t.productName}</span>
        <nav class="shell-nav" aria-label={t.nav.label}>
          {SCREENS.map((name) => (
            <a
              key={name}
              class="shell-link"
              href={routeHash(name)}
              aria-current={name === screen ? 'page' : undefined}
              onClick={() => announce(t.nav[name])}
            >
              {t.nav[name]}
            </a>
          ))}
        </nav>
        <LanguageMenu />
      </header>
      <main id="main" class="shell-main" tabIndex={-1} ref={main} aria-label={t.nav[screen]}>
        {error !== null ? (
          <ErrorNotice error={error} actions={<Button onClick={load}>{t.action.retry}</Button>} />
        ) : CurrentScreen ? (
          <CurrentScreen />
        ) : (
          <p class="ink-soft">{t.loading}</p>
        )}
      </main>
      <LiveRegion />
    </div>
  );
}
