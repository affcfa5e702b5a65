import type { en } from '../en/goals';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  after: 'Na czym Ci zależy',
  metric: 'Albo jeden wskaźnik',
  aim: {
    conversion: 'Konwersja',
    retention: 'Retencja',
    revenue: 'Przychód',
    clv: 'Wartość klienta (CLV)',
    roi: 'Zwrot z wydatków (ROI)',
    engagement: 'Zaangażowanie',
  },
};
