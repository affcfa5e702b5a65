import { useEffect } from 'preact/hooks';
import { LOCALES } from '../../../core/label';
import { en } from '../../../i18n/en/panel';
import { pl } from '../../../i18n/pl/panel';
import { LiveRegion } from '../../parts/live-region';
import { Select } from '../../parts/select';
import { keepBadges } from '../../state/keep-badges';
import { locale } from '../../state/locale';
import { text, textOf } from '../../state/text';
import { refreshWorkspace } from '../../state/workspace';
import { CompareScreen } from '../compare/compare-screen';
import { ExportOffers } from '../exports/export-offers';
import { firstWords } from '../popup/words';
import { SiteGrant } from '../sites/site-grant';
import { BesidePart } from './beside-part';
import { followPage } from './follow-page';
import './panel.css';

const words = textOf({ en, pl });

/** Beside the page: what it offers, on request, and the comparison in one column. */
export function PanelScreen() {
  useEffect(() => {
    void refreshWorkspace();
    // Data kept in another tab shows here when the panel is looked at again.
    const follow = () => {
      if (document.visibilityState === 'visible') void refreshWorkspace();
    };
    document.addEventListener('visibilitychange', follow);
    globalThis.addEventListener('focus', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      globalThis.removeEventListener('focus', follow);
    };
  }, []);
  useEffect(() => keepBadges(), []);
  useEffect(() => followPage(), []);
  const openWorkspace = async (hash: string) => {
    const client = await import('../../../protocol/page-client');
    await client.openWorkspace(hash);
  };

  return (
    <main class="panel">
      <header class="panel-head">
        <h1 class="panel-name">{text.value.productName}</h1>
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
      <ExportOffers openWorkspace={(hash) => void openWorkspace(hash)} />
      <section class="panel-part" aria-labelledby="page">
        <h2 id="page">{firstWords.value.onThisPage}</h2>
        <BesidePart openWorkspace={(hash) => void openWorkspace(hash)} />
        <SiteGrant />
      </section>
      <section class="panel-part" aria-labelledby="compare">
        <h2 id="compare">{words.value.compare}</h2>
        <CompareScreen narrow onToData={() => void openWorkspace('#/data')} />
      </section>
      <LiveRegion />
    </main>
  );
}
