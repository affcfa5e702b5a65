import type { EngineClient } from '../protocol/engine-api';
import { answerUseCases } from './engine/answers';
import { backupUseCases } from './engine/backup';
import { badgeUseCases } from './engine/badges';
import { besideUseCases } from './engine/beside';
import { changeUseCases } from './engine/changes';
import { collectUseCases } from './engine/collect';
import { compareUseCases } from './engine/compare';
import { discoverUseCases } from './engine/discover';
import { erasureUseCases } from './engine/erasure';
import { exportUseCases } from './engine/exports';
import { forecastUseCases } from './engine/forecasts';
import { groupUseCases } from './engine/groups';
import { historyUseCases } from './engine/history';
import { joinUseCases } from './engine/joins';
import { moneyUseCases } from './engine/money';
import { movementUseCases } from './engine/movement';
import { nextStepUseCases } from './engine/next-steps';
import { occasionUseCases } from './engine/occasions';
import { regionUseCases } from './engine/regions';
import { rfmUseCases } from './engine/rfm';
import { ruleBuilderUseCases } from './engine/rule-builder';
import { segmentUseCases } from './engine/segments';
import { setUseCases } from './engine/sets';
import { settingsUseCases } from './engine/settings';
import { timingUseCases } from './engine/timing';
import { totalsUseCases } from './engine/totals';
import { type EngineDeps, engineContext } from './engine-context';
import { tidyInbox } from './imports/tidy-inbox';

export type { EngineDeps } from './engine-context';

/** Every use case of `EngineMethods` over one store. Runs in the engine worker, and in unit tests as it is. */
export function createEngine(deps: EngineDeps): EngineClient {
  const context = engineContext(deps);
  void tidyInbox(deps.store.inbox, deps.now()).catch(() => {
    // Left for the next start: nothing waits for it.
  });
  const segments = segmentUseCases(context);
  const compare = compareUseCases(context);
  return {
    ...collectUseCases(context),
    ...segments,
    ...setUseCases(context),
    ...rfmUseCases(context),
    ...occasionUseCases(context),
    ...ruleBuilderUseCases(context),
    ...compare,
    ...answerUseCases(context, { ...segments, ...compare }),
    ...forecastUseCases(context),
    ...groupUseCases(context),
    ...timingUseCases(context),
    ...moneyUseCases(context),
    ...historyUseCases(context),
    ...movementUseCases(context),
    ...regionUseCases(context),
    ...discoverUseCases(context),
    ...nextStepUseCases(context),
    ...joinUseCases(context),
    ...erasureUseCases(context),
    ...changeUseCases(context),
    ...totalsUseCases(context),
    ...exportUseCases(context),
    ...settingsUseCases(context),
    ...besideUseCases(context),
    ...backupUseCases(context),
    ...badgeUseCases(context),
  };
}
