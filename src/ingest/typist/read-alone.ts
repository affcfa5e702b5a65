/** What was begun with a typist can't be ended with it, and is begun again without. */
export class ReadAlone extends Error {}
