import type { en } from '../en/sentences';
import type { Shape } from '../shape';

/**
 * Nazwy segmentów i wskaźników stoją zawsze w mianowniku („X to…”, „Y: …”), bo nazwy wymyśla też użytkownik i nikt ich
 * za niego nie odmieni.
 */
export const pl: Shape<typeof en> = {
  size: (name, share, count, population) => `${name} to ${share} klientów (${count} z ${population}).`,
  sizeAndRevenue: (name, share, revenue, count, population) =>
    `${name} to ${share} klientów i ${revenue} przychodu (n = ${count} z ${population}).`,
  rows: (name, share, of, n) => `${name}: ${share} (${of}, n = ${n}).`,
  others: 'pozostali',
  quoted: (name) => `„${name}”`,
  as: (base) => (base === null ? 'co pozostali' : `co „${base}”`),
  times: (v, digits) => (v === 2 ? 'dwa razy' : `${digits} ${Number.isInteger(v) ? 'razy' : 'raza'}`),
  less: (percent) => `o ${percent} mniej`,
  than: (base) => (base === null ? 'niż pozostali' : `niż „${base}”`),
  more: {
    'revenue-per-customer': (times, as) => `Każdy przynosi średnio ${times} tyle przychodu, ${as}`,
    'historic-clv': (times, as) => `Każdy przyniósł dotąd średnio ${times} tyle, ${as}`,
    'orders-per-customer': (times, as) => `Składają ${times} tyle zamówień, ${as}`,
    aov: (times, as) => `Na jedno zamówienie wydają ${times} tyle, ${as}`,
    'items-per-order': (times, as) => `W jednym zamówieniu biorą ${times} tyle sztuk, ${as}`,
    'active-days': (times, as) => `Mają ${times} tyle aktywnych dni, ${as}`,
  },
  fewer: {
    'revenue-per-customer': (less, than) => `Każdy przynosi średnio ${less} przychodu ${than}`,
    'historic-clv': (less, than) => `Każdy przyniósł dotąd średnio ${less} ${than}`,
    'orders-per-customer': (less, than) => `Składają ${less} zamówień ${than}`,
    aov: (less, than) => `Na jedno zamówienie wydają ${less} ${than}`,
    'items-per-order': (less, than) => `W jednym zamówieniu biorą ${less} sztuk ${than}`,
    'active-days': (less, than) => `Mają ${less} aktywnych dni ${than}`,
  },
  rate: {
    'repeat-rate': (v, b, base) => `Więcej niż raz zamówiło ${v} kupujących; ${base}: ${b}`,
    conversion: (v, b, base) => `Zamówiło ${v} z nich; ${base}: ${b}`,
    'churn-rate': (v, b, base) => `Zamilkło ${v} z nich; ${base}: ${b}`,
    'refund-rate': (v, b, base) => `Zwrócono im ${v} wartości zakupów; ${base}: ${b}`,
    'discount-share': (v, b, base) => `Rabaty zdjęły ${v} z wartości ich zakupów; ${base}: ${b}`,
    'mail-open-rate': (v, b, base) => `Maila otworzyło ${v} z nich; ${base}: ${b}`,
    'mail-click-rate': (v, b, base) => `W mailu kliknęło ${v} z nich; ${base}: ${b}`,
  },
  plain: (metric, v, b, base) => `${metric}: ${v}; ${base}: ${b}`,
  rests: (metric, values, range, n) =>
    ` (${[
      metric !== null && values !== null ? `${metric}: ${values}` : null,
      range === null ? null : `różnica, 95%: ${range}`,
      `n = ${n}`,
    ]
      .filter((part) => part !== null)
      .join('; ')}).`,
  against: (v, b) => `${v} wobec ${b}`,
  range: (lo, hi) => `od ${lo} do ${hi}`,
  same: (metric, v, b, base, n) => `${metric}: bez istotnej różnicy (${v}; ${base}: ${b}; n = ${n}).`,
  notEnough: (metric, n) => `${metric}: za mało danych, by coś orzec (n = ${n}).`,
  empty: (name) => `${name}: nikogo tu nie ma.`,
};
