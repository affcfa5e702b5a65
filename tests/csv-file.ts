/** A file of these lines. */
export const csvFile = (name: string, ...lines: readonly string[]): File =>
  new File([`${lines.join('\n')}\n`], name);
