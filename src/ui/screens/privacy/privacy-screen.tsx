import { en } from '../../../i18n/en/privacy';
import { formatBytes } from '../../../i18n/format';
import { pl } from '../../../i18n/pl/privacy';
import { locale } from '../../state/locale';
import { textOf } from '../../state/text';
import { workspace } from '../../state/workspace';
import { DeleteEverything } from '../data/delete-everything';
import { GrantedSites } from '../sites/granted-sites';
import './privacy-screen.css';

const privacyText = textOf({ en, pl });
const POINTS = ['kept', 'where', 'leaves', 'looks', 'howLong', 'people'] as const;

/** What is kept and where, and that nothing leaves. */
export function PrivacyScreen() {
  const t = privacyText.value;
  const state = workspace.value;
  return (
    <div class="privacy-screen">
      <header class="screen-head">
        <h1>{t.title}</h1>
        <p class="ink-soft">{t.lead}</p>
      </header>
      <dl class="privacy-points">
        {POINTS.map((point) => (
          <div key={point} class="privacy-point">
            <dt>{t.points[point].title}</dt>
            <dd>{t.points[point].text}</dd>
          </div>
        ))}
      </dl>
      <GrantedSites />
      <section class="privacy-delete">
        <h2>{t.deleteTitle}</h2>
        {state && (
          <p>
            {state.captures.length === 0
              ? t.nothingHeld
              : t.held(formatBytes(locale.value, state.storedBytes), state.captures.length)}
          </p>
        )}
        <DeleteEverything />
      </section>
    </div>
  );
}
