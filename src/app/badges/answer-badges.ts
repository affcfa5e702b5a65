import { type SiteChoices, sitePattern } from '../../core/granted-site';
import type { PageKey } from '../../core/page-key';
import type { BadgeAnswer, RowBadge } from '../../protocol/badge-answer';
import type { Sender } from '../../protocol/sender-trust';
import type { Backend } from '../../store/backend';
import { blockKeys, unpack } from '../../store/packed';
import type { KeptChoices } from '../granted/kept-choices';
import type { SessionArea } from '../session-expected-captures';
import { type BadgeIndex, badgePlaces, IN_NONE, UNTOLD } from './badge-index';
import { BADGE_SETTINGS, parseBadgeSettings } from './badge-settings';
import { lookupAllowance } from './lookup-allowance';

export type AnswerBadges = ReturnType<typeof answerBadges>;

/**
 * What content scripts of granted sites ask for: the segment each row's person is in, by its name and nothing else.
 * A page could have any address put into a row and see from what is drawn whether it is known; so how much is answered
 * in a time is bounded site by site (docs/privacy.md).
 */
export function answerBadges(
  backend: Pick<Backend, 'read' | 'all'>,
  choices: Pick<KeptChoices, 'of' | 'put'>,
  choicesOf: (url: string) => Promise<SiteChoices>,
  session: SessionArea,
  /** Epoch ms. */
  now: () => number,
) {
  const allowance = lookupAllowance(session, now);
  let opened: { readonly stamp: string; readonly index: BadgeIndex } | null = null;

  /** What is kept now; null where nothing was made of the data that is held now. */
  const current = async (): Promise<{ readonly stamp: string; readonly index: BadgeIndex } | null> => {
    let kept: { readonly stamp: string; readonly table: Parameters<typeof unpack>[0] } | undefined;
    const { blocks } = await backend.read((root) => {
      kept = root.badges;
      return kept === undefined || kept.stamp === opened?.stamp ? [] : blockKeys(kept.table);
    });
    if (kept === undefined) opened = null;
    else if (kept.stamp !== opened?.stamp) {
      const index = unpack(kept.table, (key) => blocks.get(key) ?? new ArrayBuffer()) as BadgeIndex;
      opened = { stamp: kept.stamp, index };
    }
    return opened;
  };

  return {
    async lookup(rows: readonly (readonly PageKey[])[], sender: Sender): Promise<BadgeAnswer> {
      const url = sender.url ?? '';
      const pattern = sitePattern(url);
      if (pattern === null || sender.frameId !== 0 || !(await choicesOf(url)).badges) return { state: 'off' };
      const settings = parseBadgeSettings((await backend.all('segmentSettings')).get(BADGE_SETTINGS));
      const found = await current();
      const { locale } = settings;
      if (found === null) return { state: 'stale', locale };
      const wait = await allowance(pattern, rows.length);
      if (wait > 0) return { state: 'wait', ms: wait };
      const { index, stamp } = found;
      const placeOf = badgePlaces(index);
      const badge = (place: number): RowBadge => {
        const segment = place === IN_NONE || place === UNTOLD ? undefined : index.segments[place];
        return { name: segment?.name[locale] ?? null, colour: segment?.colour ?? 0 };
      };
      return {
        state: 'ready',
        locale,
        version: `${locale} ${hashOf(stamp)}`,
        rows: rows.map((row) => {
          const place = placeOf(row);
          return place === null ? null : badge(place);
        }),
      };
    },

    /** Takes a choice back, and can do nothing else. */
    async off(sender: Sender): Promise<void> {
      const pattern = sitePattern(sender.url ?? '');
      if (pattern === null) return;
      const before = await choices.of(pattern);
      if (before.badges) await choices.put(pattern, { ...before, badges: false });
    },
  };
}

/** FNV-1a: stamps name own segments, and no page's script needs to be near those. */
function hashOf(stamp: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stamp.length; i++) hash = Math.imul(hash ^ stamp.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
