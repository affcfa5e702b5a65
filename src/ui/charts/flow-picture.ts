import { fitText, type MeasureText } from './fit-text';
import { tenth } from './tenth';

/** One state on one side. */
export interface FlowNode {
  readonly key: string;
  readonly name: string;
  /** How many, as it is written. */
  readonly detail: string;
  readonly people: number;
  /** A segment's colour; null for what is no segment. */
  readonly colour: number | null;
  readonly kind: 'group' | 'none' | 'unknown' | 'absent';
}

export interface FlowRibbon {
  readonly key: string;
  /** Places among the nodes of either side. */
  readonly from: number;
  readonly to: number;
  readonly people: number;
  /** In a sentence, for whoever points at it or hears it. */
  readonly label: string;
}

export interface FlowPicture {
  readonly left: readonly FlowNode[];
  readonly right: readonly FlowNode[];
  readonly ribbons: readonly FlowRibbon[];
}

export interface PlacedNode {
  readonly node: FlowNode;
  readonly name: string;
  readonly y: number;
  readonly height: number;
  /** Middle of its label. */
  readonly labelY: number;
}

export interface FlowLayout {
  readonly height: number;
  readonly labelWidth: number;
  readonly leftX: number;
  readonly rightX: number;
  readonly barWidth: number;
  readonly left: readonly PlacedNode[];
  readonly right: readonly PlacedNode[];
  /** One for each ribbon of the picture. */
  readonly paths: readonly string[];
}

const LABEL = 20;
const GAP = 6;
const BAR = 8;
const MARK = 18;

/** Where everything stands at a width: states keep their order on both sides, ribbons leave and arrive in it. */
export function flowLayout(
  { left, right, ribbons }: FlowPicture,
  width: number,
  font: string,
  measure: MeasureText,
): FlowLayout {
  const gap = 8;
  const widest = Math.max(
    0,
    ...[...left, ...right].map((n) => MARK + measure(n.name, font) + gap + measure(n.detail, font)),
  );
  const labelWidth = Math.min(Math.ceil(widest) + 1, Math.floor(width * 0.34));
  const rows = Math.max(left.length, right.length, 1);
  const room = Math.min(420, Math.max(160, rows * 30));
  const people = Math.max(1, sum(left), sum(right));
  const scale = room / people;

  const place = (nodes: readonly FlowNode[]) => {
    let y = 0;
    const placed = nodes.map((node): PlacedNode => {
      const height = Math.max(1, node.people * scale);
      const slot = Math.max(LABEL, height);
      const top = y + (slot - height) / 2;
      y += slot + GAP;
      return {
        node,
        name: fitText(node.name, labelWidth - MARK - gap - measure(node.detail, font), font, measure),
        y: top,
        height,
        labelY: top + height / 2,
      };
    });
    return { placed, height: Math.max(0, y - GAP) };
  };
  const [l, r] = [place(left), place(right)];
  const leftX = labelWidth + gap;
  const rightX = width - labelWidth - gap - BAR;

  const used = { left: left.map(() => 0), right: right.map(() => 0) };
  const starts = new Map<FlowRibbon, number>();
  const ends = new Map<FlowRibbon, number>();
  for (const ribbon of [...ribbons].sort((a, b) => a.from - b.from || a.to - b.to)) {
    starts.set(ribbon, used.left[ribbon.from] ?? 0);
    used.left[ribbon.from] = (used.left[ribbon.from] ?? 0) + ribbon.people * scale;
  }
  for (const ribbon of [...ribbons].sort((a, b) => a.to - b.to || a.from - b.from)) {
    ends.set(ribbon, used.right[ribbon.to] ?? 0);
    used.right[ribbon.to] = (used.right[ribbon.to] ?? 0) + ribbon.people * scale;
  }
  const x0 = leftX + BAR;
  const middle = tenth((x0 + rightX) / 2);
  const paths = ribbons.map((ribbon) => {
    const thick = Math.max(1, ribbon.people * scale);
    const y0 = (l.placed[ribbon.from]?.y ?? 0) + (starts.get(ribbon) ?? 0);
    const y1 = (r.placed[ribbon.to]?.y ?? 0) + (ends.get(ribbon) ?? 0);
    const [a, b, c, d] = [y0, y1, y1 + thick, y0 + thick].map(tenth);
    return `M${x0} ${a}C${middle} ${a} ${middle} ${b} ${rightX} ${b}V${c}C${middle} ${c} ${middle} ${d} ${x0} ${d}Z`;
  });
  return {
    height: Math.ceil(Math.max(l.height, r.height)) + 2,
    labelWidth,
    leftX,
    rightX,
    barWidth: BAR,
    left: l.placed,
    right: r.placed,
    paths,
  };
}

const sum = (nodes: readonly FlowNode[]) => nodes.reduce((n, node) => n + node.people, 0);
