import type { SourceClock } from '../../../protocol/engine-api';
import { Field } from '../../parts/field';
import { announce } from '../../parts/live-region';
import { Notice } from '../../parts/notice';
import { Table } from '../../parts/table';
import { engine } from '../../state/engine';
import { change, saving, settingsText } from './settings-model';
import { ZoneSelect } from './zone-select';

/** The clock all times are shown on, and each source's own where its times do not say. */
export function ClockSettings(props: {
  readonly clock: string | null;
  readonly clocks: readonly SourceClock[];
}) {
  const { clock, clocks } = props;
  const t = settingsText.value.clocks;
  const save = async (next: {
    readonly clock?: string | null;
    readonly zones?: Readonly<Record<string, string | null>>;
  }) => {
    const request = { clock, zones: {}, ...next };
    if (await change(() => engine().setClocks(request))) announce(settingsText.value.rates.saved);
  };
  const ownZone = ({ written, stated, said }: SourceClock) =>
    written === 'offset' ? null : (said ?? stated);
  const unplaced = clocks.filter((c) => c.written !== 'offset' && ownZone(c) === null);
  const differ =
    clock === null &&
    new Set(clocks.map((c) => (c.written === 'wall' ? (ownZone(c) ?? '?') : 'offset'))).size > 1;

  return (
    <div class="settings-clocks">
      <h3>{t.title}</h3>
      <p class="ink-soft">{t.lead}</p>
      {differ && <Notice tone="warning" title={t.differ} todo={t.differTodo} />}
      <Field label={t.shown}>
        {(ids) => (
          <ZoneSelect
            ids={ids}
            value={clock}
            none={t.asWritten}
            disabled={saving.value}
            onChange={(zone) => void save({ clock: zone })}
          />
        )}
      </Field>
      {clock !== null && unplaced.length > 0 && (
        <Notice tone="note" title={t.unplaced(unplaced.length, clock)} />
      )}
      {clocks.length === 0 ? (
        <p class="ink-soft">{t.noTimes}</p>
      ) : (
        <Table
          caption={t.sources}
          copy={false}
          height="all"
          rows={clocks}
          rowKey={(c) => c.id}
          columns={[
            {
              id: 'source',
              header: t.source,
              rowHeader: true,
              cell: (c) => (
                <span class="data clock-source" dir="auto" title={c.captures.join(', ')}>
                  {c.captures[0]}
                  {c.captures.length > 1 && ` ${t.more(c.captures.length - 1)}`}
                </span>
              ),
            },
            { id: 'written', header: t.written, cell: (c) => t.writtenAs[c.written] },
            {
              id: 'zone',
              header: t.zone,
              cell: (c) =>
                c.written === 'offset' ? (
                  <span class="ink-soft">{t.fromOffset}</span>
                ) : (
                  <ZoneSelect
                    label={t.zoneOf(c.captures[0] ?? c.tool)}
                    value={c.said}
                    none={c.stated === null ? t.notSaid : t.stated(c.stated)}
                    disabled={saving.value}
                    onChange={(zone) => void save({ zones: { [c.id]: zone } })}
                  />
                ),
            },
          ]}
        />
      )}
    </div>
  );
}
