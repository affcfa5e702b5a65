import type { Label } from '../core/label';
import type { JourneyStage, LifecycleStage, RfmGroup } from './rule/rule';

/** Names of what a person can be, the same in lists, sentences and files. */
export const RFM_LABELS: Readonly<Record<RfmGroup, Label>> = {
  champions: { en: 'Champions', pl: 'Czempioni' },
  loyal: { en: 'Loyal', pl: 'Lojalni' },
  'potential-loyalists': { en: 'Potential loyalists', pl: 'Potencjalnie lojalni' },
  new: { en: 'New customers', pl: 'Nowi klienci' },
  promising: { en: 'Promising', pl: 'Obiecujący' },
  'need-attention': { en: 'Need attention', pl: 'Wymagający uwagi' },
  'about-to-sleep': { en: 'About to sleep', pl: 'Usypiający' },
  'at-risk': { en: 'At risk', pl: 'Zagrożeni' },
  'cant-lose': { en: 'Can’t lose them', pl: 'Nie do stracenia' },
  hibernating: { en: 'Hibernating', pl: 'Uśpieni' },
};

export const LIFECYCLE_LABELS: Readonly<Record<LifecycleStage, Label>> = {
  new: { en: 'New this period', pl: 'Nowi w tym okresie' },
  returning: { en: 'Returning', pl: 'Powracający' },
  resurrecting: { en: 'Resurrecting', pl: 'Wracający po przerwie' },
  dormant: { en: 'Dormant', pl: 'Nieobecni' },
};

export const JOURNEY_LABELS: Readonly<Record<JourneyStage, Label>> = {
  awareness: { en: 'Awareness', pl: 'Świadomość' },
  consideration: { en: 'Consideration', pl: 'Rozważanie' },
  decision: { en: 'Decision', pl: 'Decyzja' },
  'first-purchase': { en: 'First purchase', pl: 'Pierwszy zakup' },
  retention: { en: 'Retention', pl: 'Utrzymanie' },
  advocacy: { en: 'Advocacy', pl: 'Polecanie' },
  lapsed: { en: 'Lapsed', pl: 'Utraceni' },
};
