import type { Bitset } from '../../core/bitset';
import { NULL_CODE, type TextColumn } from '../../core/column';
import type { Dataset, ReportColumn } from '../../core/dataset';
import { CUSTOM_PREFIX, FIELDS } from '../../core/fields';
import type { Label } from '../../core/label';
import { sameName } from '../../core/same-name';
import { headerWords } from '../../ingest/mapping/header-words';
import { countryCode } from '../../segments/occasions/countries';
import type { Rule } from '../../segments/rule/rule';
import { ga4Label } from '../../sites/ga4-labels';

/** What is held of people that says the same as a dimension of a report. */
export interface PersonDimension {
  readonly label: Label;
  /** By person, a place among `keys`; -1 where it is not known of them. */
  readonly keyOf: Int32Array;
  readonly keys: readonly string[];
  /** The key a value of the report is known by. */
  keyOfValue(value: string): string;
  /** Who has the key. */
  rule(key: string): Rule;
}

type PeopleField = keyof typeof FIELDS.people;

/** By words of the dimension's header or id; the first that fits says what might say it of people. */
const LIKE: readonly (readonly [RegExp, readonly (readonly PeopleField[])[]])[] = [
  [
    /source ?medium|zrodlo medium|quelle medium/,
    [['acquisitionSource', 'acquisitionMedium'], ['acquisitionSource']],
  ],
  [/channel|kanal/, [['acquisitionChannel']]],
  [/campaign|kampani/, [['acquisitionCampaign']]],
  [/source|zrodlo/, [['acquisitionSource'], ['acquisitionChannel']]],
  [/medium/, [['acquisitionMedium']]],
  [/country|kraj|^land$/, [['personCountry']]],
  [/region|wojewodztw/, [['personRegion']]],
  [/city|miasto|^stadt$/, [['personCity']]],
  [/language|jezyk|sprache/, [['language']]],
  [/gender|plec/, [['gender']]],
  [/industry|branza/, [['industry']]],
];

const DEVICE = /device|urzadzen/;

/** The field that says the dimension of the most people, by the values the report has; null where none says it of any. */
export function personDimension(
  dataset: Dataset,
  population: Bitset,
  dimension: ReportColumn,
): PersonDimension | null {
  if (dimension.column.type !== 'text') return null;
  const { dictionary } = dimension.column;
  let best: PersonDimension | null = null;
  let most = 0;
  for (const columns of candidates(dataset, dimension)) {
    const found = dimensionOf(columns, population);
    const wanted = new Set(dictionary.map((value) => found.keyOfValue(value)));
    const ours = found.keys.map((key) => wanted.has(key));
    let people = 0;
    for (const key of found.keyOf) if (key >= 0 && ours[key]) people++;
    if (people > most) [best, most] = [found, people];
  }
  return best;
}

interface PeopleColumn {
  readonly field: string;
  readonly label: Label;
  readonly column: TextColumn;
}

function candidates(dataset: Dataset, { id, header }: ReportColumn): readonly (readonly PeopleColumn[])[] {
  const { columns } = dataset.people;
  const words = [headerWords(header), headerWords(id.replace(/([a-z])([A-Z])/g, '$1 $2'))];
  const like = LIKE.find(([pattern]) => words.some((name) => pattern.test(name)))?.[1] ?? [];
  const ofFields = like.flatMap((fields) => {
    const found = fields.flatMap((field): PeopleColumn[] => {
      const column = columns.get(field);
      return column?.type === 'text' ? [{ field, label: FIELDS.people[field].label, column }] : [];
    });
    return found.length === fields.length ? [found] : [];
  });
  const ofOwn = [...columns].flatMap(([field, column]): PeopleColumn[][] => {
    if (!field.startsWith(CUSTOM_PREFIX) || column.type !== 'text') return [];
    const own = field.slice(CUSTOM_PREFIX.length);
    const named =
      sameName(own) === sameName(header) ||
      ga4Label(own)?.id === id ||
      (DEVICE.test(headerWords(own)) && words.some((name) => DEVICE.test(name)));
    return named ? [[{ field, label: { en: own, pl: own }, column }]] : [];
  });
  return [...ofFields, ...ofOwn];
}

function dimensionOf(columns: readonly PeopleColumn[], population: Bitset): PersonDimension {
  const isCountry = columns.some(({ field }) => field === 'personCountry');
  const keyOfPart = (text: string) => (isCountry ? (countryCode(text) ?? plainKey(text)) : plainKey(text));
  const parts = columns.map(({ column }) => column.dictionary.map(keyOfPart));
  const places = new Map<string, number>();
  const keyOf = new Int32Array(population.size).fill(-1);
  population.forEach((person) => {
    let key = '';
    for (let c = 0; c < columns.length; c++) {
      const code = columns[c]!.column.codes[person]!;
      const part = code === NULL_CODE ? '' : (parts[c]![code] ?? '');
      if (part === '') return;
      key = c === 0 ? part : `${key} / ${part}`;
    }
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    keyOf[person] = place;
  });
  const join = (of: (label: Label) => string) => columns.map(({ label }) => of(label)).join(' / ');
  return {
    label: { en: join((l) => l.en), pl: join((l) => l.pl) },
    keyOf,
    keys: [...places.keys()],
    keyOfValue: (value) => {
      const values = value.split(/\s+\/\s+/);
      return columns.length > 1 || values.length > 1 ? values.map(keyOfPart).join(' / ') : keyOfPart(value);
    },
    rule(key) {
      const wanted = columns.length === 1 ? [key] : key.split(' / ');
      const rules = columns.map(
        ({ field, column }, c): Rule => ({
          kind: 'attribute',
          field,
          test: {
            op: 'is-any-of',
            values: column.dictionary.filter((_, code) => parts[c]?.[code] === wanted[c]),
          },
        }),
      );
      const [only] = rules;
      return rules.length === 1 && only !== undefined ? only : { kind: 'all', rules };
    },
  };
}

/** `(direct)` and `direct` are one, whatever their case. */
function plainKey(text: string): string {
  return sameName(text).replace(/^\((.*)\)$/, '$1');
}
