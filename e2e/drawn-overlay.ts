import type { CDPSession, Page } from '@playwright/test';

export interface DrawnName {
  readonly name: string;
  /** `full`, `low`, `mark`, with `light` or `dark`. */
  readonly kind: string;
  /** In the viewport. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnOverlay {
  /** What the badge says; null where there is none. */
  readonly badge: string | null;
  readonly badgeIsDark: boolean;
  readonly badgeBox: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly buttons: readonly string[];
  readonly names: readonly DrawnName[];
}

interface Node {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

const sessions = new WeakMap<Page, CDPSession>();

/** What is in the closed shadow root, as only the browser's own tools can see it; null without one. */
export async function drawnOverlay(page: Page): Promise<DrawnOverlay | null> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  const html = root.children?.find((n) => n.nodeName === 'HTML');
  const host = html?.children?.findLast((n) => n.nodeName === 'DIV' && (n.shadowRoots?.length ?? 0) > 0);
  const shadow = host?.shadowRoots?.[0];
  if (shadow === undefined) return null;
  const of = (className: string) => found(shadow, className);
  const [pill] = of('pill');
  const bar = pill === undefined ? undefined : found(pill, 'bar')[0];
  const placed = pill !== undefined && classOf(pill).includes('placed');
  return {
    badge: placed ? saidBy(found(pill, 'main')[0]) : null,
    badgeIsDark: pill !== undefined && classOf(pill).includes('dark'),
    badgeBox: placed ? await boxOf(session, bar) : null,
    buttons: pill === undefined ? [] : buttonsIn(pill).map(saidBy),
    names: (
      await Promise.all(
        of('chip')
          .filter((chip) => !classOf(chip).includes('hidden'))
          .map(async (chip) => {
            const box = await boxOf(session, chip);
            const kind = classOf(chip).replace('chip ', '');
            return box === null ? [] : [{ name: textOf(found(chip, 'name')[0]), kind, ...box }];
          }),
      )
    ).flat(),
  };
}

const classOf = ({ attributes = [] }: Node): string => attributes[attributes.indexOf('class') + 1] ?? '';
/** Its text, or what the style draws out of an attribute. */
const saidBy = (node: Node | undefined): string => {
  const { attributes = [] } = node ?? {};
  const at = attributes.indexOf('data-says');
  return at === -1 ? textOf(node) : (attributes[at + 1] ?? '');
};
const inside = (node: Node): readonly Node[] => [...(node.children ?? []), ...(node.shadowRoots ?? [])];
const found = (node: Node, className: string): readonly Node[] =>
  inside(node).flatMap((child) => [
    ...(child.attributes !== undefined && classOf(child).split(' ').includes(className) ? [child] : []),
    ...found(child, className),
  ]);
const buttonsIn = (node: Node): readonly Node[] =>
  inside(node).flatMap((child) => [...(child.nodeName === 'BUTTON' ? [child] : []), ...buttonsIn(child)]);
const textOf = (node: Node | undefined): string =>
  node === undefined ? '' : (node.nodeValue ?? '') + inside(node).map(textOf).join('');

async function boxOf(session: CDPSession, node: Node | undefined) {
  if (node === undefined) return null;
  try {
    const { model } = (await session.send('DOM.getBoxModel', { nodeId: node.nodeId })) as unknown as {
      model: { border: number[]; width: number; height: number };
    };
    return { x: model.border[0] ?? 0, y: model.border[1] ?? 0, width: model.width, height: model.height };
  } catch {
    // Gone since the document was asked for, or not drawn.
    return null;
  }
}
