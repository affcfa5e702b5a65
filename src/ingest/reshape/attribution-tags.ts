import { NULL_CODE, type TextColumn } from '../../core/column';
import type { KeptColumn } from '../dataset/kept-table';

/** Tags that say where somebody came from, under the header each is kept as. */
const TAGS = { utm_campaign: 'UTM campaign', utm_source: 'UTM source', utm_medium: 'UTM medium' } as const;
type Tag = keyof typeof TAGS;

/** `utm_campaign: Tea` on a line of its own, or `?utm_campaign=Tea` in an address. */
const LINE = /^[ \t]*_?(utm_campaign|utm_source|utm_medium)[ \t]*:[ \t]*(\S.*?)[ \t\r]*$/gim;
const IN_ADDRESS = /[?&](utm_campaign|utm_source|utm_medium)=([^&#\s]+)/gi;

export const holdsAttribution = (text: string): boolean => tagsIn(text).size > 0;

/**
 * A column of notes as a column for each tag some row names; whatever else stands in the notes is not kept.
 * `rows`: rows that name at least one.
 */
export function attributionTags(notes: KeptColumn & { readonly column: TextColumn }): {
  readonly columns: readonly KeptColumn[];
  readonly rows: number;
} {
  const { codes, dictionary } = notes.column;
  const told = dictionary.map(tagsIn);
  let rows = 0;
  for (const code of codes) if (code !== NULL_CODE && told[code]!.size > 0) rows++;
  const columns = (Object.keys(TAGS) as Tag[]).flatMap((tag): KeptColumn[] => {
    const names = new Map<string, number>();
    const codeOf = told.map((tags) => {
      const value = tags.get(tag);
      if (value === undefined) return NULL_CODE;
      const code = names.get(value) ?? names.size;
      names.set(value, code);
      return code;
    });
    if (names.size === 0) return [];
    const { source } = notes.mapping;
    return [
      {
        mapping: {
          source,
          header: TAGS[tag],
          target: { kind: 'custom', of: 'row' },
          reading: { kind: 'text' },
        },
        column: {
          type: 'text',
          codes: codes.map((code) => (code === NULL_CODE ? NULL_CODE : codeOf[code]!)),
          dictionary: [...names.keys()],
        },
        cellCurrency: null,
      },
    ];
  });
  return { columns, rows };
}

/** The first value of each tag; addresses give theirs where no line does. */
function tagsIn(text: string): ReadonlyMap<Tag, string> {
  const tags = new Map<Tag, string>();
  const take = (name: string, value: string) => {
    const tag = name.toLowerCase() as Tag;
    if (!tags.has(tag)) tags.set(tag, value);
  };
  for (const [, name = '', value = ''] of text.matchAll(LINE)) take(name, value);
  for (const [, name = '', value = ''] of text.matchAll(IN_ADDRESS)) take(name, decoded(value));
  return tags;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}
