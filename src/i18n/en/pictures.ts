/** Saving a picture, and how values are spread. */
export const en = {
  save: 'Save picture',
  saveOf: (title: string) => `Save picture: ${title}`,
  png: 'PNG, three times as sharp',
  svg: 'SVG, a vector',
  saved: (name: string) => `${name} was saved.`,
  failed: 'The picture could not be made.',
  source: 'Segment Lens',
};
