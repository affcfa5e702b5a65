import type { Measure } from '../rule/rule';
import { ALIAS } from './compile-filter';
import type { CompiledWindow } from './compiled-window';

/** `FROM …` and, on a line of its own, `WHERE …`: a window's rows as `o`, `i` beside `o`, or `e`, up to `to`. */
export function rowsOfWindow(of: Measure['of'], { start, end, own }: CompiledWindow, to = end): string {
  const table = of === 'events' ? 'events' : 'orders';
  const a = ALIAS[table];
  const lines = of === 'items' ? ' LEFT JOIN items AS i ON i.order_row = o.order_row' : '';
  const joined = own === null ? '' : ` JOIN ${own} AS w ON w.person = ${a}.person`;
  const bounds = [
    `${a}.person IS NOT NULL`,
    ...(start === null ? [] : [`${a}.t >= ${start}`]),
    `${a}.t <= ${to}`,
    ...(own === null ? [] : [`${a}.t >= w.lo`, ...(to === end ? [`${a}.t <= w.hi`] : [])]),
  ];
  return `FROM ${table} AS ${a}${lines}${joined}\nWHERE ${bounds.join(' AND ')}`;
}
