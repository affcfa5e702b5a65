import { describe, expect, it } from 'vitest';
import { type DotPicture, type DotRow, dotIntervalPicture } from './dot-interval-picture';
import type { SvgNode } from './svg-node';

const row = (more: Partial<DotRow>): DotRow => ({
  name: 'Champions',
  colour: 0,
  size: '412 8%',
  value: 412,
  interval: { lo: 400, hi: 424 },
  base: 121,
  text: '412 zł',
  mark: '▲',
  title: 'Champions: 412 zł',
  faint: false,
  ...more,
});
const picture = (rows: readonly DotRow[]): DotPicture => ({
  headings: { size: 'customers', value: 'revenue per customer' },
  rows,
  domain: { lo: 0, hi: 500 },
  ticks: [{ at: 0, text: '0' }],
});
const layout = {
  width: 368,
  family: 'x',
  measure: (text: string) => text.length * 7,
  density: 'compact',
} as const;

const all = (node: SvgNode): SvgNode[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
const words = (node: SvgNode) =>
  all(node)
    .filter((n) => n.tag === 'text')
    .flatMap((n) => n.children);
const classed = (node: SvgNode, name: string) =>
  all(node).filter((n) =>
    String(n.attributes['class'] ?? '')
      .split(' ')
      .includes(name),
  );

describe('the dot-interval plot', () => {
  it('draws a dot, its interval, and the base through every row', () => {
    const { node } = dotIntervalPicture(picture([row({}), row({ name: 'New', colour: 1 })]), layout);
    expect(classed(node, 'dot-mark')).toHaveLength(2);
    expect(classed(node, 'dot-interval')).toHaveLength(2);
    expect(classed(node, 'dot-base')).toHaveLength(2);
  });

  it('puts a larger value further to the right', () => {
    const { node } = dotIntervalPicture(picture([row({ value: 100 }), row({ value: 400 })]), layout);
    const [a, b] = classed(node, 'dot-mark').map((n) =>
      Number(/translate\(([\d.-]+)/.exec(String(n.attributes['transform']))?.[1]),
    );
    expect(a).toBeLessThan(b ?? 0);
  });

  it('cuts an interval at the edge and shows an arrow there', () => {
    const { node } = dotIntervalPicture(picture([row({ interval: { lo: -50, hi: 9_000 } })]), layout);
    const d = String(classed(node, 'dot-interval')[0]?.attributes['d']);
    expect(d.match(/V/g)).toBeNull();
    expect(d.match(/L/g)).toHaveLength(4);
  });

  it('says why there is no value, and draws none', () => {
    const { node } = dotIntervalPicture(
      picture([row({ value: null, interval: null, text: 'no orders', mark: '' })]),
      layout,
    );
    expect(classed(node, 'dot-mark')).toHaveLength(0);
    expect(words(node)).toContain('no orders');
  });

  it('draws too few to judge hollow', () => {
    const { node } = dotIntervalPicture(picture([row({ faint: true })]), layout);
    expect(classed(node, 'dot-hollow')).toHaveLength(1);
    expect(classed(node, 'dot-mark')).toHaveLength(0);
  });

  it('is never wider than asked, however long the names', () => {
    for (const width of [280, 368, 900]) {
      const { node } = dotIntervalPicture(picture([row({ name: 'x'.repeat(300) })]), { ...layout, width });
      for (const text of all(node).filter((n) => n.tag === 'text')) {
        const x = Number(text.attributes['x']);
        const length = String(text.children[0]).length * 7;
        expect(text.attributes['text-anchor'] === 'end' ? x : x + length).toBeLessThanOrEqual(width);
      }
    }
  });

  it('keeps the whole name for who points at it', () => {
    const { node } = dotIntervalPicture(picture([row({ title: 'x'.repeat(300) })]), layout);
    expect(all(node).find((n) => n.tag === 'title')?.children).toEqual(['x'.repeat(300)]);
  });
});
