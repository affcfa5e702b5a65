import type { TextColumn } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { asOfMoment } from '../../core/time/as-of';
import { memo } from '../../segments/engine/memo';
import { filledRowColumn } from '../../segments/engine/row-column';
import { countryCode } from '../../segments/occasions/countries';
import type { ByRegion, RegionKind } from './by-region';

export interface PeopleRegions {
  /** By person, a place among `regions`; -1 where not known. */
  readonly regionOf: Int32Array;
  readonly regions: readonly { readonly key: string; readonly name: string; readonly code: string | null }[];
  readonly from: ByRegion['from'];
}

const PERSON_FIELD = { country: 'personCountry', region: 'personRegion' } as const;
const ORDER_FIELDS = { country: ['orderCountry', 'country'], region: [] } as const;

/**
 * Where each person is: as stated of them, or else where the greater part of their sales up to the as-of went. One
 * country under several names (`PL`, `Polska`) is one.
 */
export function regionOfPeople(dataset: Dataset, by: RegionKind, asOf: number): PeopleRegions {
  return memo(dataset, `regions ${by} ${asOfMoment(asOf)}`, () => {
    const found = new Found(by);
    const regionOf = new Int32Array(dataset.people.size).fill(-1);
    const stated = dataset.people.columns.get(PERSON_FIELD[by]);
    let ofPeople = false;
    let ofOrders = false;
    if (stated?.type === 'text') {
      const places = found.placesOf(stated);
      for (let p = 0; p < regionOf.length; p++) {
        const code = stated.codes[p]!;
        if (code < 0) continue;
        const place = places[code]!;
        if (place < 0) continue;
        regionOf[p] = place;
        found.count(place, stated.dictionary[code] ?? '');
        ofPeople = true;
      }
    }
    for (const field of ORDER_FIELDS[by]) {
      const column = filledRowColumn(dataset, 'orders', field)?.column;
      if (column?.type !== 'text') continue;
      if (mostSales(dataset, column, found, regionOf, asOfMoment(asOf))) ofOrders = true;
      break;
    }
    return {
      regionOf,
      regions: found.regions(),
      from: ofPeople ? (ofOrders ? 'both' : 'people') : ofOrders ? 'orders' : null,
    };
  });
}

class Found {
  private readonly places = new Map<string, number>();
  private readonly found: { key: string; code: string | null; names: Map<string, number> }[] = [];

  constructor(private readonly by: RegionKind) {}

  /** By code of the column, the place of its region; -1 of a blank text. */
  placesOf({ dictionary }: TextColumn): Int32Array {
    return Int32Array.from(dictionary, (text) => {
      const name = text.trim();
      if (name === '') return -1;
      const code = this.by === 'country' ? countryCode(name) : null;
      const key = code ?? name.toLocaleLowerCase('en');
      const known = this.places.get(key);
      if (known !== undefined) return known;
      this.places.set(key, this.found.length);
      this.found.push({ key, code, names: new Map() });
      return this.found.length - 1;
    });
  }

  /** One more is in it, under this name. */
  count(place: number, text: string): void {
    const names = this.found[place]?.names;
    const name = text.trim();
    names?.set(name, (names.get(name) ?? 0) + 1);
  }

  regions(): PeopleRegions['regions'] {
    return this.found.map(({ key, code, names }) => {
      const [most] = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return { key, code, name: most?.[0] ?? key };
    });
  }
}

/** Fills in whoever is nowhere yet; true where anybody was. */
function mostSales(
  dataset: Dataset,
  column: TextColumn,
  found: Found,
  regionOf: Int32Array,
  moment: number,
): boolean {
  const { offsets, time, isSale } = dataset.orders;
  const places = found.placesOf(column);
  const sales = new Float64Array(places.reduce((most, place) => Math.max(most, place + 1), 0));
  /** A code each is written by. */
  const codeOf = new Int32Array(sales.length);
  const met: number[] = [];
  let any = false;
  for (let p = 0; p < regionOf.length; p++) {
    if (regionOf[p]! >= 0) continue;
    let all = 0;
    for (let row = offsets[p]!; row < offsets[p + 1]!; row++) {
      const code = column.codes[row]!;
      const place = code < 0 ? -1 : places[code]!;
      if (isSale[row] !== 1 || place < 0 || !(time[row]! <= moment)) continue;
      all++;
      if (sales[place] === 0) met.push(place);
      sales[place]!++;
      codeOf[place] = code;
    }
    for (const place of met) {
      if (sales[place]! * 2 > all) {
        regionOf[p] = place;
        found.count(place, column.dictionary[codeOf[place]!] ?? '');
        any = true;
      }
      sales[place] = 0;
    }
    met.length = 0;
  }
  return any;
}
