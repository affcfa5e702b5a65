import type { KeyNodes } from './key-nodes';

/** Why keys joined nobody. `ids`: two ids of one kind would meet. `settled`: somebody has said they are apart. */
export type Clash = 'ids' | 'settled';

/** Keys put together into people, never against the rules (product.md §3.3) nor against what was settled by hand. */
export class PeopleUnion {
  private readonly parent: Int32Array;
  private readonly words: number;
  /** 1 where a key has been put together with another. */
  private readonly merged: Uint8Array;
  /** `filled[root * words + w]`: the slots of which the person has an id, as bits. */
  private readonly filled: Int32Array;
  /** By root: the decisions that name it; two roots of one decision are different people. */
  private readonly decisionsOf = new Map<number, readonly number[]>();

  constructor(private readonly nodes: KeyNodes) {
    this.parent = Int32Array.from({ length: nodes.size }, (_, node) => node);
    this.merged = new Uint8Array(nodes.size);
    this.words = Math.max(1, Math.ceil(nodes.slots / 32));
    this.filled = new Int32Array(nodes.size * this.words);
    for (let node = 0; node < nodes.size; node++) {
      const slot = nodes.slot[node]!;
      if (slot !== -1) this.filled[node * this.words + (slot >> 5)]! |= 1 << (slot & 31);
    }
  }

  find(node: number): number {
    const { parent } = this;
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  /** True where the node is a person by itself that any other can take in without a clash. */
  isBare(node: number, withEmail: boolean): boolean {
    const slot = this.nodes.slot[node]!;
    const counts = slot !== -1 && (withEmail || slot !== this.nodes.emailSlot);
    return !counts && this.merged[node] === 0 && !this.decisionsOf.has(node);
  }

  /** What keeps different roots from being one person; null where nothing does. An id belongs to one root only. */
  clash(roots: readonly number[], withEmail: boolean): Clash | null {
    const { words, filled, nodes, decisionsOf } = this;
    const settled = decisionsOf.size > 0 && this.saidApart(roots);
    for (let w = 0; w < words; w++) {
      const spared = !withEmail && nodes.emailSlot >> 5 === w ? 1 << (nodes.emailSlot & 31) : 0;
      let all = 0;
      for (const root of roots) {
        const bits = filled[root * words + w]! & ~spared;
        if ((all & bits) !== 0) return settled && this.allSettled(roots, withEmail) ? 'settled' : 'ids';
        all |= bits;
      }
    }
    return settled ? 'settled' : null;
  }

  /** Whether a decision already applied says that two of these are different people. */
  saidApart(roots: readonly number[]): boolean {
    const decisions = roots.flatMap((root) => this.decisionsOf.get(root) ?? []);
    return new Set(decisions).size < decisions.length;
  }

  /** Puts them together, clash or none. */
  merge(roots: readonly number[]): void {
    const keep = this.find(roots[0]!);
    for (let i = 1; i < roots.length; i++) {
      const root = this.find(roots[i]!);
      if (root === keep) continue;
      this.parent[root] = keep;
      this.merged[root] = 1;
      this.merged[keep] = 1;
      for (let w = 0; w < this.words; w++)
        this.filled[keep * this.words + w]! |= this.filled[root * this.words + w]!;
      const more = this.decisionsOf.get(root);
      if (more === undefined) continue;
      this.decisionsOf.set(keep, [...new Set([...(this.decisionsOf.get(keep) ?? []), ...more])]);
      this.decisionsOf.delete(root);
    }
  }

  /** From now on these roots are different people, by the decision of this number. */
  keepApart(roots: readonly number[], decision: number): void {
    for (const root of roots) this.decisionsOf.set(root, [...(this.decisionsOf.get(root) ?? []), decision]);
  }

  /** Whether each two that have ids of one kind were said to be apart. */
  private allSettled(roots: readonly number[], withEmail: boolean): boolean {
    if (roots.length > MOST_COMPARED) return this.shareADecision(roots);
    return roots.every((a, i) =>
      roots.slice(i + 1).every((b) => !this.haveSameKind(a, b, withEmail) || this.shareADecision([a, b])),
    );
  }

  private haveSameKind(a: number, b: number, withEmail: boolean): boolean {
    const { words, filled, nodes } = this;
    for (let w = 0; w < words; w++) {
      const spared = !withEmail && nodes.emailSlot >> 5 === w ? 1 << (nodes.emailSlot & 31) : 0;
      if ((filled[a * words + w]! & filled[b * words + w]! & ~spared) !== 0) return true;
    }
    return false;
  }

  private shareADecision(roots: readonly number[]): boolean {
    const [first = -1, ...others] = roots;
    return (this.decisionsOf.get(first) ?? []).some((decision) =>
      others.every((root) => this.decisionsOf.get(root)?.includes(decision)),
    );
  }
}

/** Beyond so many, one decision has to name them all. */
const MOST_COMPARED = 100;
