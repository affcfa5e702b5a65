import type { Label } from '../../core/label';
import { LAPSE_FACTOR, lapseDays } from '../journey';
import type { LibraryEntry } from '../library-entry';
import type { Profile } from '../profile';
import type { JourneyStage } from '../rule/rule';
import { attribute, threshold } from '../rule/rule-parts';
import { JOURNEY_LABELS } from '../stage-labels';

const ordersNeeded: Label = { en: 'Orders with a customer and a date.', pl: 'Zamówienia z klientem i datą.' };
const intentNeeded: Label = {
  en: 'People who have not bought yet, with site or mail events, or with their CRM stage.',
  pl: 'Osoby, które jeszcze nie kupiły, ze zdarzeniami z serwisu lub mailingu albo z etapem z CRM.',
};

function stage(
  id: JourneyStage,
  of: 'buyers' | 'prospects',
  description: Label,
  supported: (profile: Profile) => boolean,
): LibraryEntry {
  return {
    id: `journey-${id}`,
    kind: 'journey',
    name: JOURNEY_LABELS[id],
    description,
    needs: of === 'buyers' ? ordersNeeded : intentNeeded,
    make: (profile) => {
      if (!supported(profile)) return null;
      const days = of === 'buyers' ? lapseDays(profile.scope) : null;
      return {
        rule: { kind: 'journey', stages: [id] },
        thresholds:
          days === null
            ? []
            : [
                threshold(
                  { en: 'Lapsed after this many days of silence', pl: 'Odejście po tylu dniach ciszy' },
                  days,
                  'days',
                  profile.rhythm?.n ?? 0,
                  {
                    en: `${LAPSE_FACTOR} × the median gap between orders (${profile.rhythm?.days} days), or ${LAPSE_FACTOR} × one's own where that is longer`,
                    pl: `${LAPSE_FACTOR} × mediana odstępu między zamówieniami (${profile.rhythm?.days} dni) albo ${LAPSE_FACTOR} × własny odstęp, jeśli jest dłuższy`,
                  },
                ),
              ],
      };
    },
  };
}

const buyers = (profile: Profile) => profile.buyers > 0 && profile.rhythm !== null;
const prospects = (profile: Profile) => profile.rows('events') > 0 || profile.holdsPerson('lifecycleStage');

export default [
  stage(
    'awareness',
    'prospects',
    {
      en: 'Known, no order, and no sign of intent yet. Tell them what you are for, before any offer.',
      pl: 'Znani, bez zamówienia i bez oznak zamiaru. Najpierw warto powiedzieć, po co jest marka, a dopiero potem coś proponować.',
    },
    prospects,
  ),
  stage(
    'consideration',
    'prospects',
    {
      en: 'No order, but looking: visits, searches, mail opened, or a CRM stage that says lead. Answer what they are comparing.',
      pl: 'Bez zamówienia, ale się rozglądają: wizyty, wyszukiwania, otwarte wiadomości albo etap „lead” w CRM. Warto odpowiedzieć na to, co porównują.',
    },
    prospects,
  ),
  stage(
    'decision',
    'prospects',
    {
      en: 'No order, but a cart, a checkout, or an opportunity in the CRM. Remove the last obstacle: delivery, payment, doubt.',
      pl: 'Bez zamówienia, ale z koszykiem, rozpoczętą płatnością lub szansą sprzedaży w CRM. Warto usunąć ostatnią przeszkodę: dostawę, płatność, wątpliwość.',
    },
    prospects,
  ),
  stage(
    'first-purchase',
    'buyers',
    {
      en: 'Exactly one order, and not long enough ago to have lapsed. The second order decides.',
      pl: 'Dokładnie jedno zamówienie i nie na tyle dawno, by uznać odejście. Rozstrzyga drugi zakup.',
    },
    buyers,
  ),
  stage(
    'retention',
    'buyers',
    {
      en: 'Two orders or more, and back within their rhythm. Keep the promise and widen what they buy.',
      pl: 'Co najmniej dwa zamówienia i powroty w swoim rytmie. Warto dotrzymywać obietnic i poszerzać to, co kupują.',
    },
    buyers,
  ),
  stage(
    'advocacy',
    'buyers',
    {
      en: 'Two orders or more, and a review, a referral or an NPS of 9 or 10. Give them something to pass on.',
      pl: 'Co najmniej dwa zamówienia oraz opinia, polecenie lub NPS 9–10. Warto dać im coś, co przekażą dalej.',
    },
    (profile) => buyers(profile) && (profile.events('review', 'referral') > 0 || profile.holdsPerson('nps')),
  ),
  stage(
    'lapsed',
    'buyers',
    {
      en: `Bought before, and silent for more than ${LAPSE_FACTOR} times the usual gap. Winning one back costs less than finding a new one, if it is done once and well.`,
      pl: `Kupowali, a milczą ponad ${LAPSE_FACTOR} razy dłużej niż zwykły odstęp. Odzyskanie kosztuje mniej niż pozyskanie, jeśli zrobić to raz a dobrze.`,
    },
    buyers,
  ),
  {
    id: 'crm-stage',
    kind: 'journey',
    name: { en: 'CRM stage', pl: 'Etap w CRM' },
    description: {
      en: 'At this stage by the CRM’s own record.',
      pl: 'Na tym etapie według zapisu w samym CRM.',
    },
    needs: { en: 'People with their lifecycle stage, from a CRM.', pl: 'Osoby z etapem cyklu życia, z CRM.' },
    make: (profile) =>
      profile.topPersonValues('lifecycleStage', 8).map(({ value }) => ({
        value,
        rule: attribute('lifecycleStage', { op: 'is-any-of', values: [value] }),
      })),
  },
] satisfies readonly LibraryEntry[];
