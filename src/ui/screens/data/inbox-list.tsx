import { useState } from 'preact/hooks';
import { formatClock } from '../../../i18n/format';
import type { InboxItem } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { locale } from '../../state/locale';
import { text } from '../../state/text';
import { dataText } from './data-text';
import { addFromInbox, discardInboxItem, sources } from './import-desk';

/** Captures that pages sent and nobody has looked at yet. */
export function InboxList(props: { readonly items: readonly InboxItem[] }) {
  const [error, setError] = useState<unknown>(null);
  const t = dataText.value.inbox;
  const onDesk = (id: string) => sources.value.some((s) => s.origin.kind === 'inbox' && s.origin.id === id);
  const items = props.items.filter((item) => !onDesk(item.id));
  if (items.length === 0) return null;
  const discard = async (id: string) => {
    setError(null);
    try {
      await discardInboxItem(id);
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <section class="data-section" aria-label={t.title}>
      <h2>{t.title}</h2>
      {error !== null && <ErrorNotice error={error} />}
      <ul class="captures">
        {items.map((item) => (
          <li key={item.id} class="capture">
            <div class="capture-head">
              <div class="capture-words">
                <h3 class="data" dir="auto">
                  {item.title}
                </h3>
                <p class="ink-soft data">
                  {[hostOf(item.url), formatClock(locale.value, item.capturedAt)].join(' · ')}
                </p>
              </div>
              <p class="capture-size num">
                {t.size(text.value.count.rows(item.rows), text.value.count.columns(item.columns))}
                {!item.complete && <span class="ink-soft">{t.arriving}</span>}
              </p>
              <div class="capture-actions">
                <Button
                  size="s"
                  disabled={!item.complete}
                  label={t.lookOf(item.title)}
                  onClick={() => addFromInbox(item)}
                >
                  {t.look}
                </Button>
                <Button
                  size="s"
                  kind="quiet"
                  label={t.discardOf(item.title)}
                  onClick={() => void discard(item.id)}
                >
                  {t.discard}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
