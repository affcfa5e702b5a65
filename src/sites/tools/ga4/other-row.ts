/** The row that stands for all the rows GA4 did not keep apart, in the languages of its interface. */
export const OTHER_ROW = /^\((?:other|inne|andere|autres|otros)\)$/i;
