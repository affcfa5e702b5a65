export const en = {
  after: 'What you are after',
  metric: 'Or one metric',
  aim: {
    conversion: 'Conversion',
    retention: 'Retention',
    revenue: 'Revenue',
    clv: 'Customer value (CLV)',
    roi: 'Return on spend (ROI)',
    engagement: 'Engagement',
  },
};
