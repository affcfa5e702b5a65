import type { CollectMethods } from '../../protocol/api/collect';
import type { EngineClient } from '../../protocol/engine-api';
import { deleteCapture, deleteEverything } from '../delete-data';
import { type EngineContext, work } from '../engine-context';
import { importTables } from '../imports/import-tables';
import { refusedRows } from '../imports/refused-rows';
import { workspaceState } from '../workspace-state';

export function collectUseCases({
  store,
  held,
  sources,
  now,
  newId,
}: EngineContext): EngineClient<CollectMethods> {
  return {
    state: () => workspaceState(store),

    survey: ({ file }, options) => sources.survey(file, work(options)),
    resurvey: ({ surveyId, told }, options) => sources.resurvey(surveyId, told, work(options)),
    inbox: () => sources.inbox(),
    surveyInbox: ({ inboxId }, options) => sources.surveyInbox(inboxId, work(options)),
    async discardInbox({ inboxId }) {
      await store.inbox.discard(inboxId);
    },
    importTables: (plan, options) => importTables({ store, held, sources, now, newId }, plan, work(options)),
    async releaseSurvey({ surveyId }) {
      sources.release(surveyId);
    },
    deleteCapture: ({ captureId }, options) => deleteCapture(store, held, captureId, work(options).signal),
    deleteEverything: (_, options) => deleteEverything(store, work(options).signal),

    async refused({ captureId, offset, limit }) {
      const { header, rows } = await refusedRows(store, captureId);
      return { total: rows.length, header, rows: rows.slice(offset, offset + limit) };
    },
  };
}
