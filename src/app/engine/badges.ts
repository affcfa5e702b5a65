import { AppError } from '../../core/app-error';
import type { BadgeMethods, BadgesView } from '../../protocol/api/badges';
import type { EngineClient } from '../../protocol/engine-api';
import { MOST_BADGE_SEGMENTS } from '../badges/badge-index';
import { BADGE_SETTINGS, type BadgeSettings, parseBadgeSettings } from '../badges/badge-settings';
import { badgeSets, placeForBadges, refreshBadges } from '../badges/refresh-badges';
import { type EngineContext, work } from '../engine-context';
import { keptSetting } from '../kept/kept-setting';

export function badgeUseCases(context: EngineContext): EngineClient<BadgeMethods> {
  const kept = keptSetting<BadgeSettings>(context.store, BADGE_SETTINGS, parseBadgeSettings);

  const view = async (): Promise<BadgesView> => {
    const settings = await kept.get();
    const { catalog, segments, gone, placed } = await placeForBadges(context, settings);
    const groups = segments.map(({ id, name, colour }, i) => ({
      id,
      name,
      colour,
      people: placed.groups[i]?.count() ?? 0,
    }));
    const inNone = placed.rest.count();
    const unknown = placed.unknown.count();
    return {
      segmentIds: settings.segmentIds,
      groups,
      people: groups.reduce((sum, g) => sum + g.people, inNone + unknown),
      inNone,
      unknown,
      gone,
      sets: badgeSets(catalog),
    };
  };

  return {
    badges: view,
    async saveBadges(change, options) {
      const before = await kept.get();
      const { catalog } = await context.catalogAt(null, null);
      for (const id of change.segmentIds ?? []) catalog.segment(id);
      if ((change.segmentIds?.length ?? 0) > MOST_BADGE_SEGMENTS)
        throw new AppError('segment/too-many', { params: { most: MOST_BADGE_SEGMENTS } });
      const settings = parseBadgeSettings({ ...before, ...change });
      await kept.set(settings);
      await refreshBadges(context, settings, work(options).signal);
      return view();
    },
    async refreshBadges(change, options) {
      const before = await kept.get();
      const settings = { ...before, ...change };
      if (JSON.stringify(settings) !== JSON.stringify(before)) await kept.set(settings);
      return { keys: await refreshBadges(context, settings, work(options).signal) };
    },
  };
}
