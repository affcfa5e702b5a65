const MAX_LENGTH = 300;

/** Names that are never empty and never twice: `Column 3`, `Value (2)`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((raw, index) => {
    const name = raw === '' ? `Column ${index + 1}` : raw.slice(0, MAX_LENGTH);
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
}
