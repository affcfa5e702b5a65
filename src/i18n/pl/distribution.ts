import type { en } from '../en/distribution';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  of: 'U każdego klienta',
  kinds: { revenue: 'Przychód', orders: 'Zamówienia', 'days-since-last': 'Dni od ostatniego zamówienia' },
  heading: (what) => `${what} na klienta według segmentów`,
  headingDays: 'Dni od ostatniego zamówienia według segmentów',
  sub: 'W wierszu: ilu klientów segmentu jest w każdym przedziale. Gruba kreska: mediana. Pasek pod spodem: środkowa połowa.',
  row: (name, median, n) => `${name}: mediana ${median}, n ${n}`,
  none: (name) => `${name}: brak wartości`,
  median: 'Mediana',
  above: (count) => `+${count} dalej`,
  note: 'Oś jest wspólna; każdy wiersz ma wysokość swojego najpełniejszego przedziału. Oś kończy się tam, gdzie mieści się 98% wszystkich; „dalej” to reszta.',
  columns: {
    n: 'n',
    without: 'Bez wartości',
    p10: '10%',
    p25: '25%',
    p75: '75%',
    p90: '90%',
    above: 'Poza osią',
  },
};
