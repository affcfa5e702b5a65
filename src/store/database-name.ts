export const DATABASE_NAME = 'segment-lens';
