import { AppError } from '../../core/app-error';
import { hashKey } from '../../core/hashing/hash-key';
import { type JoinDecision, keyName, type PersonKeyRef } from '../../core/join-decision';
import type { KeptTable } from '../../ingest/dataset/kept-table';
import { type ErasedKey, erasedInAll, erasedPerson, isErasedBy } from '../../ingest/erasure/erased-keys';
import { orderIdsOfErased } from '../../ingest/erasure/without-erased';
import type { WorkOptions } from '../../ingest/survey';
import type { WorkspaceState } from '../../protocol/engine-api';
import type { CaptureRecord } from '../../store/root-record';
import type { EngineContext } from '../engine-context';
import { loadCaptures } from '../kept/load-captures';
import { rebuild } from '../rebuild';
import { workspaceState } from '../workspace-state';
import { captureWithout } from './capture-without';
import { rowsOfPerson } from './rows-of-person';

/**
 * Forgets one person: their rows in every capture, also those a later one replaced, go in one commit with whatever was
 * made of them. Lists of people are shortened before it, so that whoever is killed in between can be asked for again.
 * @throws AppError `person/not-found` where the data has changed since they were named
 */
export async function erasePerson(
  { store, held, own, newId }: Pick<EngineContext, 'store' | 'held' | 'own' | 'newId'>,
  asked: { readonly person: number; readonly dataVersion: number },
  options: WorkOptions,
): Promise<WorkspaceState> {
  const { signal } = options;
  const root = await store.write(signal, async (writer) => {
    if (writer.root.dataVersion !== asked.dataVersion) throw new AppError('person/not-found');
    const tables = await loadCaptures(writer);
    const decisions = writer.root.joinDecisions ?? [];
    const { keys: ofPerson, records } = rowsOfPerson(tables, decisions, asked.person);
    if (records.size === 0) throw new AppError('person/not-found');
    signal.throwIfAborted();
    const before = writer.root.erased ?? [];
    const words = before[0]?.hashKey ?? [...hashKey(newId())];
    const isTheirs = isErasedBy([erasedPerson(ofPerson, words)]);
    const orders = tables.flatMap((kept) =>
      orderIdsOfErased(kept, isTheirs, records.get(kept.id)).map(
        (value): ErasedKey => ({ key: 'orderId', space: kept.mapping.idSpace, value }),
      ),
    );
    const keys = [...ofPerson, ...orders];
    const one = erasedPerson(keys, words);
    const erased = erasedInAll(before, [one]);
    // Whoever was erased before is gone already.
    const isErased = isErasedBy([one]);
    const named = new Set(keys.map(({ key, value }) => `${key} ${value}`));
    const captures: CaptureRecord[] = [];
    for (const [i, record] of writer.root.captures.entries()) {
      const { leavesOut: before, ...rest } = await captureWithout(
        writer,
        record,
        tables[i] as KeptTable,
        isErased,
        records.get(record.id),
      );
      const leavesOut = before?.filter((id) => !named.has(id) && !named.has(`orderId ${id}`)) ?? [];
      captures.push({ ...rest, ...(leavesOut.length === 0 ? {} : { leavesOut }) });
    }
    for (const { key, value } of ofPerson) await own.forget({ [key]: value.replace(/^national:/, '') });
    const next = await rebuild(
      writer,
      { captures, erased, joinDecisions: decisions.flatMap((one) => decisionWithout(one, keys) ?? []) },
      options,
    );
    held.remember(next);
    return next.root;
  });
  return workspaceState(store, root);
}

/** What was settled of others stays; null where nothing is left to say. */
function decisionWithout(decision: JoinDecision, keys: readonly ErasedKey[]): JoinDecision | null {
  const gone = new Set(keys.map((key) => keyName(key as PersonKeyRef)));
  if (decision.kind === 'shared') return gone.has(keyName(decision.key)) ? null : decision;
  const groups = decision.groups
    .map((group) => group.filter((key) => !gone.has(keyName(key))))
    .filter((group) => group.length > 0);
  return groups.flat().length < 2 ? null : { ...decision, groups };
}
