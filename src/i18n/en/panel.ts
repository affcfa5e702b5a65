export const en = {
  title: 'Comparison beside the page',
  compare: 'Compare',
};
