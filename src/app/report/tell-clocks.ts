import type { CaptureSummary, EngineClient } from '../../protocol/engine-api';
import type { ReportQuestion } from './answer-tables';
import type { ReportAnswers } from './report-answers';

/**
 * Says in which zone the times of sources are that state none, and brings all to the zone told for all. What was not
 * told stays as written.
 */
export async function tellClocks(
  engine: Pick<EngineClient, 'settings' | 'setClocks'>,
  captures: readonly CaptureSummary[],
  { timeZone: shown, files = {} }: ReportAnswers,
): Promise<readonly ReportQuestion[]> {
  const { clocks } = await engine.settings(undefined);
  const fileOf = (name: string): string => {
    const source = captures.find((c) => c.name === name)?.passport.source;
    return source?.kind === 'file' ? source.name : name;
  };
  const open = clocks
    .filter(({ written, stated, said }) => written !== 'offset' && stated === null && said === null)
    .map(({ id, tool, captures: names }) => {
      const file = fileOf(names[0] ?? tool);
      return { id, file, zone: files[file]?.timeZone ?? shown ?? null };
    });
  const zones = Object.fromEntries(open.flatMap(({ id, zone }) => (zone === null ? [] : [[id, zone]])));
  if (Object.keys(zones).length > 0 || (shown !== undefined && clocks.length > 0)) {
    await engine.setClocks({ clock: shown ?? null, zones });
  }
  return open.map(({ file, zone }) => ({
    file,
    table: null,
    asked: 'timeZone',
    columns: [],
    example: null,
    answer: zone ?? 'as-written',
    by: zone === null ? 'default' : 'told',
    others: ['Europe/Warsaw', '…'],
  }));
}
