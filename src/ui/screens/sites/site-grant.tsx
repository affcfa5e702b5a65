import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../../app/granted/site-grants';
import type { SiteChoices } from '../../../core/granted-site';
import { Button } from '../../parts/button';
import { Sheet } from '../../parts/sheet';
import { siteGrants } from '../../state/site-grants';
import { ChoiceBoxes } from './choice-boxes';
import { followSiteHere, siteHere } from './site-here';
import './sites.css';
import { sitesText } from './sites-text';

/** Allows the site in front for good, for what the person chooses; or shows what it is allowed for. */
export function SiteGrant() {
  const [open, setOpen] = useState(false);
  useEffect(() => followSiteHere(), []);
  const t = sitesText.value;
  const site = siteHere.value;
  if (site?.host == null) return null;
  const close = () => setOpen(false);
  return (
    <>
      <span class="site-opener" title={site.host}>
        <Button size="s" kind="quiet" expanded={open} onClick={() => setOpen(!open)}>
          {site.granted ? t.on(site.host) : t.always(site.host)}
        </Button>
      </span>
      {open && (
        <GrantSheet key={`${site.pattern} ${site.granted}`} site={site} host={site.host} onClose={close} />
      )}
    </>
  );
}

function GrantSheet(props: { readonly site: Site; readonly host: string; readonly onClose: () => void }) {
  const { site, host } = props;
  const [choices, setChoices] = useState<SiteChoices>(
    // Off until asked for; a sheet that offers nothing would be no offer, so the mildest is ticked.
    site.granted ? site.choices : { follow: true, exports: false, badges: false },
  );
  const [kept, setKept] = useState(false);
  const [refused, setRefused] = useState(false);
  const t = sitesText.value;
  const nothing = !choices.follow && !choices.exports && !choices.badges;
  const grants = siteGrants.value;
  if (grants === null) return null;
  return (
    <Sheet
      look="site-sheet"
      title={site.granted ? t.titleOn(host) : t.title(host)}
      titleLook="site-name"
      note={site.granted ? t.noteOn : t.note}
      onClose={props.onClose}
      foot={
        <>
          {kept && (
            <p class="text-s" role="status">
              {t.kept}
            </p>
          )}
          {refused && (
            <p class="text-s" role="status">
              {t.refused}
            </p>
          )}
          {site.granted && <p class="text-s ink-soft">{t.reload}</p>}
          <div class="offer-actions">
            {site.granted ? (
              <Button
                onClick={() => {
                  void grants.withdraw(site).then((gone) => (gone ? props.onClose() : setKept(true)));
                }}
              >
                {t.withdraw}
              </Button>
            ) : (
              // Nothing may come between the click and the browser's question.
              <Button
                kind="primary"
                disabled={nothing}
                onClick={() => {
                  setRefused(false);
                  void grants.ask(site, choices).then((granted) => setRefused(!granted));
                }}
              >
                {t.allow(host)}
              </Button>
            )}
            <Button onClick={props.onClose}>{t.back}</Button>
          </div>
        </>
      }
    >
      <ChoiceBoxes
        hints
        choices={choices}
        onChange={(next) => {
          setChoices(next);
          if (site.granted) void grants.choose(site, next);
        }}
      />
    </Sheet>
  );
}
