import { AppError } from '../../core/app-error';
import { type CaptureChanges, captureChanges } from '../../ingest/overlap/capture-changes';
import type { ChangeMethods, ChangePageRequest, ChangesAnswer } from '../../protocol/api/changes';
import type { EngineClient } from '../../protocol/engine-api';
import type { RootRecord } from '../../store/root-record';
import { changePage } from '../changes/change-page';
import { goneIds, heldAlready, passportChanges } from '../changes/passport-changes';
import { type EngineContext, work } from '../engine-context';
import { typeTable } from '../imports/import-tables';
import { keptTable, type StoredTable } from '../kept/kept-record';
import { rebuild } from '../rebuild';
import { workspaceState } from '../workspace-state';

interface Found {
  readonly changes: CaptureChanges | null;
  readonly nameOf: (captureId: string) => string;
}

export function changeUseCases({
  store,
  held,
  sources,
  now,
  newId,
}: EngineContext): EngineClient<ChangeMethods> {
  // The last one looked at, so that its next page costs nothing.
  let last: { readonly key: string; readonly found: Promise<Found> } | null = null;
  const once = async (key: string, find: () => Promise<Found>): Promise<Found> => {
    if (last?.key !== key) {
      const mine = { key, found: find() };
      last = mine;
      mine.found.catch(() => {
        if (last === mine) last = null;
      });
    }
    return last.found;
  };
  const capturesBefore = async (isBefore: (root: RootRecord) => RootRecord['captures']) => {
    const { root, values } = await store.read((r) => isBefore(r).map((c) => c.table));
    return isBefore(root).map((record, i) => keptTable(record, values[i] as StoredTable));
  };
  const names = (root: RootRecord) => (id: string) => root.captures.find((c) => c.id === id)?.name ?? '';

  return {
    async previewChanges({ surveyId, tableIndex, mapping, ...page }, options) {
      const { signal, ...rest } = work(options);
      const root = await store.root();
      const key = JSON.stringify([root.dataVersion, surveyId, tableIndex, mapping]);
      return answerOf(
        await once(key, async () => {
          const typed = await typeTable({ now, newId }, sources.open(surveyId), tableIndex, mapping, {
            signal,
            ...rest,
          });
          const before = await capturesBefore((r) => r.captures);
          signal.throwIfAborted();
          return { changes: captureChanges(typed.kept, before), nameOf: names(root) };
        }),
        page,
      );
    },
    async captureChanges({ captureId, ...page }) {
      const root = await store.root();
      return answerOf(
        await once(JSON.stringify([root.dataVersion, captureId]), async () => {
          const upTo = await capturesBefore(throughCapture(captureId));
          return { changes: changesOfLast(upTo), nameOf: names(root) };
        }),
        page,
      );
    },
    async leaveOutGone({ captureId, leaveOut }, options) {
      const call = work(options);
      const root = await store.write(call.signal, async (writer) => {
        const upTo = throughCapture(captureId)(writer.root);
        const tables = await writer.load(upTo.map((c) => c.table));
        const kept = upTo.map((record, i) => keptTable(record, tables[i] as StoredTable));
        const gone = goneIds(changesOfLast(kept));
        const captures = writer.root.captures.map((record) => {
          if (record.id !== captureId) return record;
          const { leavesOut: _, ...rest } = record;
          const { changes } = record.passport;
          return {
            ...rest,
            ...(leaveOut && gone.length > 0 ? { leavesOut: gone } : {}),
            passport: {
              ...record.passport,
              ...(changes == null
                ? {}
                : { changes: { ...changes, goneLeftOut: leaveOut && gone.length > 0 } }),
            },
          };
        });
        const made = await rebuild(writer, { captures }, call);
        held.remember(made);
        return made.root;
      });
      return workspaceState(store, root);
    },
  };
}

function throughCapture(captureId: string): (root: RootRecord) => RootRecord['captures'] {
  return ({ captures }) => {
    const at = captures.findIndex((c) => c.id === captureId);
    if (at === -1) throw new AppError('import/source-gone');
    return captures.slice(0, at + 1);
  };
}

function changesOfLast(captures: Parameters<typeof captureChanges>[1]): CaptureChanges | null {
  const last = captures.at(-1);
  return last === undefined ? null : captureChanges(last, captures.slice(0, -1));
}

function answerOf({ changes, nameOf }: Found, { kind, offset, limit }: ChangePageRequest): ChangesAnswer {
  if (changes === null) return { changes: null, heldAs: null, total: 0, records: [] };
  const heldBy = heldAlready(changes);
  return {
    changes: passportChanges(changes, nameOf),
    heldAs: heldBy === null ? null : nameOf(heldBy),
    ...changePage(changes, kind, offset, limit),
  };
}
