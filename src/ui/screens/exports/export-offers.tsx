import { useEffect } from 'preact/hooks';
import { formatBytes } from '../../../i18n/format';
import type { WaitingExport } from '../../../protocol/waiting-export';
import { Button } from '../../parts/button';
import { locale } from '../../state/locale';
import { exportHash } from './export-route';
import './exports.css';
import { exportsHere, followExportsHere, putAside } from './exports-here';
import { pageExportsText } from './page-exports-text';

/** Files the page in front has just exported, each to be taken or left. Taking is done where it is looked at: in the workspace. */
export function ExportOffers(props: { readonly openWorkspace: (hash: string) => void }) {
  useEffect(() => followExportsHere(), []);
  const offers = exportsHere.value;
  // The place stays, so that what comes is told by who reads the screen aloud.
  return (
    <div class="export-offers" role="status">
      {offers.length > 0 && (
        <section aria-label={pageExportsText.value.title}>
          <ul class="export-list">
            {offers.map((offer) => (
              <ExportLine key={offer.exportId} offer={offer} openWorkspace={props.openWorkspace} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function ExportLine(props: {
  readonly offer: WaitingExport;
  readonly openWorkspace: (hash: string) => void;
}) {
  const { offer } = props;
  const { exportId, name, host, bytes, bytesAre } = offer;
  const t = pageExportsText.value;
  const held = bytesAre === 'held';
  return (
    <li class="export-line">
      <p class="export-said" dir="auto">
        {held ? t.exported(name, formatBytes(locale.value, bytes ?? 0), host) : t[bytesAre](name, host)}
      </p>
      <div class="offer-actions">
        <Button
          size="s"
          kind="primary"
          {...(held ? { label: t.takeLabel(name) } : {})}
          onClick={() => {
            props.openWorkspace(held ? exportHash(exportId) : '#/data');
            // What can't be taken has served when the person goes to add the file.
            if (!held) void putAside(offer);
          }}
        >
          {held ? t.take : t.addFile}
        </Button>
        <Button size="s" kind="quiet" label={t.notNowLabel(name)} onClick={() => void putAside(offer)}>
          {t.notNow}
        </Button>
        {held && <span class="text-s ink-soft export-note">{t.takeNote}</span>}
      </div>
    </li>
  );
}
