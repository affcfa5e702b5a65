/** Words of mailing tools, CRMs and shops for a consent, as they are written in any case. */
const YES = words(
  'yes, true, y, t, 1, 1.0, tak, prawda, ja, oui, si, sí, subscribed, subscribe, opted in, opted-in, opt-in, opt in, optin, ' +
    'single opt-in, double opt-in, single_opt_in, double_opt_in, confirmed, confirmed opt in, consented, granted, given, ' +
    'explicit, active, accepted, zapisany, zapisana, zapisano, zasubskrybowany, subskrybuje, wyrażona, wyrażono, ' +
    'wyrażono zgodę, zgoda, aktywny, aktywna, potwierdzony, potwierdzona, udzielona, abonniert, angemeldet, eingewilligt, ' +
    'abonné, suscrito',
);
const NO = words(
  'no, false, n, f, 0, 0.0, nie, fałsz, nein, non, unsubscribed, unsubscribe, opted out, opted-out, opt-out, opt out, optout, ' +
    'opted_out, denied, refused, revoked, withdrawn, declined, rejected, suppressed, blocked, spam complaint, complained, ' +
    'no consent, not consented, wypisany, wypisana, wypisano, cofnięta, cofnięto, wycofana, odmowa, brak zgody, niewyrażona, ' +
    'nie wyrażono, odwołana, abgemeldet, widerrufen, désabonné, cancelado',
);
const UNKNOWN = words(
  'never_subscribed, never subscribed, nonsubscribed, non-subscribed, non subscribed, not subscribed, not_subscribed, pending, ' +
    'pending confirmation, unconfirmed, unknown, not set, not specified, none, transactional, cleaned, bounced, inactive, ' +
    'archived, oczekuje, oczekujący, oczekująca, niepotwierdzony, niepotwierdzona, nieznana, nieznany, nie dotyczy, brak danych, ' +
    'brak, nigdy nie zapisany, unbekannt, ausstehend',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(', '));
}

/** What a cell says of a consent; null where it says nothing of any. To have asked and not been answered is unknown. */
export function readConsent(text: string): 'yes' | 'no' | 'unknown' | null {
  if (text.length > 40) return null;
  const plain = text.trim().toLowerCase();
  if (YES.has(plain)) return 'yes';
  if (NO.has(plain)) return 'no';
  return UNKNOWN.has(plain) ? 'unknown' : null;
}
