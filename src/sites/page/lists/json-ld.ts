import { plainText } from '../plain-text';

export interface Records {
  /** What they are called by their publisher: `Product`. */
  readonly type: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a page says of itself, its publisher and its writing: no list of things. */
const ABOUT_THE_PAGE =
  /^(?:WebSite|WebPage|\w+Page|SiteNavigationElement|BreadcrumbList|Organization|Corporation|LocalBusiness|Store|Person|SearchAction|ImageObject|VideoObject|Article|\w+Article|BlogPosting|Question|Answer|Comment|Review|Rating|Thing|WPHeader|WPFooter|SpeakableSpecification)$/;
/** One of these alone is worth a row; of others it takes two. */
const ALONE = /^(?:Product|ProductGroup|Order|Invoice|Dataset)$/;
/** Long texts and pictures of things say nothing of what was bought. */
const LEFT_OUT = /(?:^|\.)(?:@context|@type|description|image|logo|potentialAction)$/;
const MAX_DEPTH = 4;
const MAX_COLUMNS = 200;
const MAX_RECORDS = 50_000;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The things a page's JSON-LD blocks list, by type, each a table: products, orders, datasets, whatever stands in an
 * `ItemList`. Nested names are given by their way (`offers.price`), several nested things stay JSON. Blocks that can't
 * be read are passed over.
 */
export function jsonLdRecords(blocks: readonly string[]): readonly Records[] {
  const byType = new Map<string, Map<string, string>[]>();
  let left = MAX_RECORDS;
  const take = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) for (const item of value) take(item, depth);
    if (!isObject(value) || depth > MAX_DEPTH) return;
    const type = typeOf(value);
    if (Array.isArray(value['@graph'])) take(value['@graph'], depth + 1);
    if (type === 'ItemList' || type === 'OfferCatalog') take(value['itemListElement'], depth + 1);
    else if (type === 'ListItem') take(value['item'], depth + 1);
    else if (type !== '' && !ABOUT_THE_PAGE.test(type) && left-- > 0) {
      const fields = new Map<string, string>();
      flatten(value, '', fields, 0);
      if (fields.size >= 2) byType.set(type, [...(byType.get(type) ?? []), fields]);
    }
  };
  for (const block of blocks) {
    try {
      take(JSON.parse(block), 0);
    } catch {
      // Nobody else reads it either.
    }
  }
  return [...byType].flatMap(([type, things]): Records[] => {
    if (things.length < 2 && !ALONE.test(type)) return [];
    const columns = [...new Set(things.flatMap((fields) => [...fields.keys()]))].slice(0, MAX_COLUMNS);
    return [{ type, columns, rows: things.map((fields) => columns.map((name) => fields.get(name) ?? '')) }];
  });
}

function typeOf(value: Json): string {
  const said = Array.isArray(value['@type']) ? value['@type'][0] : value['@type'];
  return typeof said === 'string' ? said.replace(/^.*[/#:]/, '') : '';
}

function flatten(value: unknown, way: string, into: Map<string, string>, depth: number): void {
  if (LEFT_OUT.test(way) || value === null || value === undefined) return;
  if (Array.isArray(value)) {
    if (value.length === 1) flatten(value[0], way, into, depth);
    else if (value.length > 1)
      into.set(way, value.some(isObject) ? JSON.stringify(value) : plainText(value.join(', ')));
  } else if (isObject(value)) {
    if (depth > MAX_DEPTH) return;
    for (const [name, inner] of Object.entries(value))
      flatten(inner, way === '' ? name : `${way}.${name}`, into, depth + 1);
  } else if (typeof value !== 'object') into.set(way, plainText(String(value)));
}
