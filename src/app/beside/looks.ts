import { AppError } from '../../core/app-error';
import type { Dataset } from '../../core/dataset';
import { buildDataset } from '../../ingest/dataset/build-dataset';
import { buildReport } from '../../ingest/dataset/build-report';
import type { KeptTable } from '../../ingest/dataset/capture-table';
import type { WorkOptions } from '../../ingest/survey';
import type { BesideRead, BesideTable } from '../../protocol/api/beside';
import { passportWithFacts } from '../imports/capture-passport';
import { typeTable } from '../imports/import-tables';
import type { SurveySources } from '../imports/survey-sources';

/** A page's table, typed as it would be kept, in memory and nowhere else. */
export interface Look {
  readonly id: string;
  readonly kept: KeptTable | null;
  /** The report alone, where it is one: amounts of several currencies are not among its metrics. */
  readonly report: Dataset | null;
  readonly table: Omit<BesideTable, 'is' | 'why' | 'dimensions' | 'keys'>;
}

export interface Looks {
  read(read: BesideRead, options: WorkOptions): Promise<Look>;
  /** What was surveyed off a page and waits to be kept, which it goes on doing. @throws AppError `import/source-gone` */
  readSurveyed(surveyId: string, options: WorkOptions): Promise<Look>;
  /** @throws AppError `import/source-gone` */
  look(id: string): Look;
  forget(id: string): void;
}

/** The one on the screen, and the one that may still be asked of while it is replaced. */
const REMEMBERED = 2;

export function looks(deps: {
  readonly sources: SurveySources;
  readonly now: () => number;
  readonly newId: () => string;
}): Looks {
  const { sources } = deps;
  const open = new Map<string, Look>();
  const remember = (look: Look): Look => {
    open.set(look.id, look);
    for (const id of open.keys()) {
      if (open.size <= REMEMBERED) break;
      open.delete(id);
    }
    return look;
  };
  return {
    async read(read, options) {
      const { surveyId } = await sources.surveyRows(read, options);
      try {
        return remember(await typedLook(deps, surveyId, surveyId, read.rows.length, options));
      } finally {
        sources.release(surveyId);
      }
    },
    async readSurveyed(surveyId, options) {
      return remember(await typedLook(deps, deps.newId(), surveyId, null, options));
    },
    look(id) {
      const found = open.get(id);
      if (found === undefined) throw new AppError('import/source-gone');
      return found;
    },
    forget(id) {
      open.delete(id);
    },
  };
}

async function typedLook(
  deps: Parameters<typeof looks>[0],
  id: string,
  surveyId: string,
  rowsRead: number | null,
  options: WorkOptions,
): Promise<Look> {
  const from = deps.sources.open(surveyId);
  const worth = from.proposals.filter(({ keep }) => keep);
  const proposal = worth[0];
  const head = from.page?.head ?? null;
  const said = {
    lookId: id,
    rowsRead: rowsRead ?? 0,
    rowsStated: head?.gathering?.rowsStated ?? head?.table.rowsStated ?? null,
    gathered: head?.gathering?.ended ?? null,
  };
  if (proposal === undefined) {
    return {
      id,
      kept: null,
      report: null,
      table: {
        ...said,
        table: null,
        how: null,
        recognisedAs: null,
        passport: null,
        otherParts: 0,
        keptAlready: false,
      },
    };
  }
  const typed = await typeTable(deps, from, proposal.tableIndex, proposal.mapping, options);
  const passport = passportWithFacts(typed.kept, undefined, from, typed.table);
  const kept: KeptTable = { ...typed.kept, passport };
  return {
    id,
    kept,
    report: reportAlone(kept),
    table: {
      ...said,
      rowsRead: rowsRead ?? passport.rowsSeen,
      table: kept.mapping.table,
      how: proposal.how,
      recognisedAs: proposal.recognisedAs,
      passport,
      otherParts: worth.length - 1,
      keptAlready: proposal.duplicateOf !== null,
    },
  };
}

/** Without its amounts in several currencies: there is no sum of them. */
function reportAlone(kept: KeptTable): Dataset | null {
  if (kept.mapping.table !== 'reports' && kept.mapping.table !== 'spend') return null;
  const report = buildReport(kept);
  const metrics = report.metrics.filter(({ rowCurrency }) => rowCurrency === undefined);
  const nothing = buildDataset([], 0).dataset;
  return { ...nothing, reports: [{ ...report, metrics }], passports: [kept.passport] };
}
