import { NULL_CODE, type TextColumn } from '../../core/column';
import { captureSeries } from '../joins/capture-series';
import type { JoinKey, KeyedRows } from '../joins/keyed-rows';
import type { OrderSource } from './build-orders';
import { firstFilled, gather } from './order-lines';
import { personKeyColumns } from './person-columns';

/**
 * What exports of several kinds say of who bought the orders they have in common (a shop's and a payment tool's, of
 * one id space). A file of the same export says it anew and not besides: there the later file holds alone.
 */
export function orderBuyers(sources: readonly OrderSource[]): readonly KeyedRows[] {
  const spaces = new Map<string, OrderSource[]>();
  for (const source of sources) {
    if (source.grouped.orderId === null) continue;
    const { idSpace } = source.kept.mapping;
    spaces.set(idSpace, [...(spaces.get(idSpace) ?? []), source]);
  }
  return [...spaces.values()].flatMap((sharing) => {
    const series = sharing.map(({ kept }) => captureSeries(kept.mapping));
    if (new Set(series).size < 2) return [];
    // By order id: the series that knows it, or several.
    const knownBy = new Map<string, string>();
    sharing.forEach(({ grouped }, s) => {
      for (const id of heldIds(grouped.orderId as TextColumn)) {
        const before = knownBy.get(id);
        knownBy.set(id, before === undefined || before === series[s] ? (series[s] as string) : SEVERAL);
      }
    });
    const told = new Set<string>();
    // The latest file of a series first: what earlier ones said of the same order is out of date.
    return [...sharing.entries()].reverse().map(([s, source]): KeyedRows => {
      const ids = source.grouped.orderId as TextColumn;
      const rows: number[] = [];
      for (let order = 0; order < ids.codes.length; order++) {
        const code = ids.codes[order]!;
        if (code === NULL_CODE) continue;
        const id = ids.dictionary[code]!;
        const name = `${series[s]}\u0000${id}`;
        if (knownBy.get(id) !== SEVERAL || told.has(name)) continue;
        told.add(name);
        rows.push(order);
      }
      return buyersOf(source, Uint32Array.from(rows));
    });
  });
}

const SEVERAL = '';

function heldIds(column: TextColumn): readonly string[] {
  const held = new Uint8Array(column.dictionary.length);
  for (const code of column.codes) if (code !== NULL_CODE) held[code] = 1;
  return column.dictionary.filter((_, code) => held[code] === 1);
}

function buyersOf({ kept, grouped }: OrderSource, orders: Uint32Array): KeyedRows {
  const keys = new Map<JoinKey, TextColumn>();
  for (const [key, column] of personKeyColumns(kept))
    keys.set(key, gather(firstFilled(column, grouped.lines), orders) as TextColumn);
  keys.set('orderId', gather(grouped.orderId as TextColumn, orders) as TextColumn);
  return {
    rows: orders.length,
    idSpace: kept.mapping.idSpace,
    keys,
    standAlone: false,
    series: captureSeries(kept.mapping),
  };
}
