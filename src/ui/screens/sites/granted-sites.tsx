import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../../app/granted/site-grants';
import { Button } from '../../parts/button';
import { loadSiteGrants, siteGrants } from '../../state/site-grants';
import { ChoiceBoxes } from './choice-boxes';
import './sites.css';
import { sitesText } from './sites-text';

/** Every site that may be read without a click: what for, and a way out. */
export function GrantedSites() {
  const [sites, setSites] = useState<readonly Site[] | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  useEffect(() => {
    void loadSiteGrants();
  }, []);
  const grants = siteGrants.value;
  useEffect(() => {
    if (grants === null) return undefined;
    const look = () => void grants.granted().then(setSites);
    look();
    return grants.follow(look);
  }, [grants]);
  const t = sitesText.value;
  if (grants === null || sites === null) return null;
  return (
    <section class="granted-sites" aria-labelledby="granted-sites">
      <h2 id="granted-sites">{t.listTitle}</h2>
      <p class="ink-soft">{sites.length === 0 ? t.listNone : t.listNote}</p>
      {sites.length > 0 && (
        <ul class="site-list">
          {sites.map((site) => {
            const name = site.host ?? t.many(site.pattern);
            const off = !site.choices.follow && !site.choices.exports && !site.choices.badges;
            return (
              <li key={site.pattern} class="site-row">
                <div class="site-row-head">
                  <h3 class="site-name">{name}</h3>
                  <Button
                    size="s"
                    label={t.withdrawFrom(name)}
                    onClick={() => {
                      void grants.withdraw(site).then((gone) => setKept(gone ? null : site.pattern));
                    }}
                  >
                    {t.withdraw}
                  </Button>
                </div>
                {site.host !== null && (
                  <ChoiceBoxes
                    choices={site.choices}
                    onChange={(choices) => void grants.choose(site, choices)}
                  />
                )}
                {kept === site.pattern ? (
                  <p class="text-s" role="status">
                    {t.kept}
                  </p>
                ) : (
                  off && <p class="text-s ink-soft">{t.forNothing}</p>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
