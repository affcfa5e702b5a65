import { useEffect, useRef, useState } from 'preact/hooks';
import { LOCALES } from '../../../core/label';
import { Button } from '../../parts/button';
import { announce, LiveRegion } from '../../parts/live-region';
import { Select } from '../../parts/select';
import { keepBadges } from '../../state/keep-badges';
import { locale } from '../../state/locale';
import { csvFormat } from '../../state/settings';
import { text } from '../../state/text';
import { ExportOffers } from '../exports/export-offers';
import { SiteGrant } from '../sites/site-grant';
import { comparisonNow, nowState, refreshNow, snapshot } from './now-model';
import { look, offerState, withdrawChanged } from './offer-model';
import { PageOffer } from './page-offer';
import './popup.css';
import { SegmentsNow } from './segments-now';
import { firstWords, words } from './words';

type Panels = typeof import('../../../platform/side-panel');

/** What this page offers, the last comparison, and the ways on. Stands where draw-first.ts drew it. */
export function PopupScreen() {
  const t = words.value;
  const [trouble, setTrouble] = useState<string | null>(null);
  const panels = useRef<{ readonly api: Panels; readonly windowId: number | null } | null>(null);

  useEffect(() => {
    void look();
    void refreshNow();
    // Opening the panel must happen within the click itself: what it needs is fetched before.
    void import('../../../platform/side-panel').then(async (api) => {
      panels.current = { api, windowId: await api.currentWindowId() };
    });
  }, []);

  useEffect(() => keepBadges(), []);
  useEffect(() => withdrawChanged(), []);

  // What was just kept is compared at once.
  const kept = offerState.value.at === 'kept';
  useEffect(() => {
    if (kept) void refreshNow();
  }, [kept]);

  const openWorkspace = async (hash: string) => {
    const client = await import('../../../protocol/page-client');
    await client.openWorkspace(hash);
    globalThis.close();
  };
  const openPanel = async () => {
    const opened = await panels.current?.api.openSidePanel(panels.current.windowId);
    if (opened) globalThis.close();
    else setTrouble(t.foot.panelFailed);
  };
  const exportCsv = async () => {
    setTrouble(null);
    try {
      const [comparison, { engine }, { saveFile }] = await Promise.all([
        comparisonNow(),
        import('../../state/engine'),
        import('../../parts/save-file'),
      ]);
      const file = await engine().exportComparison({ comparison, format: csvFormat() });
      saveFile(file);
      announce(file.name);
    } catch {
      setTrouble(t.foot.csvFailed);
    }
  };

  return (
    <main class="popup">
      <header class="popup-head">
        <h1 class="popup-name">{text.value.productName}</h1>
        <Select
          size="s"
          label={text.value.language}
          value={locale.value}
          options={LOCALES.map((l) => ({ value: l, label: text.value.languages[l] }))}
          onChange={(next) => {
            locale.value = next;
          }}
        />
      </header>
      <section class="popup-page" aria-labelledby="page">
        <div class="popup-page-head">
          <h2 class="popup-title" id="page">
            {firstWords.value.onThisPage}
          </h2>
          <SiteGrant />
        </div>
        <PageOffer openWorkspace={(hash) => void openWorkspace(hash)} />
      </section>
      <ExportOffers openWorkspace={(hash) => void openWorkspace(hash)} />
      <SegmentsNow openWorkspace={(hash) => void openWorkspace(hash)} />
      <footer class="popup-foot">
        {trouble !== null && (
          <p class="text-s" role="alert">
            {trouble}
          </p>
        )}
        <div class="popup-ways">
          <Button onClick={() => void openWorkspace(snapshot.value ? '#/compare' : '')}>
            {t.foot.workspace}
          </Button>
          <Button
            label={t.foot.csvLabel}
            disabled={snapshot.value === null || nowState.value === 'no-data'}
            onClick={() => void exportCsv()}
          >
            {t.foot.csv}
          </Button>
          <Button onClick={() => void openPanel()}>{t.foot.panel}</Button>
        </div>
      </footer>
      <LiveRegion />
    </main>
  );
}
