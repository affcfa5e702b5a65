import { formatClock, formatNumber, formatRange, NOTHING } from '../../../i18n/format';
import type { BackupContents } from '../../../protocol/engine-api';
import { Table } from '../../parts/table';
import { locale } from '../../state/locale';
import { settingsText } from './settings-model';

interface Line {
  readonly id: string;
  readonly what: string;
  readonly of: (contents: BackupContents) => string;
}

/** What gives way to what, counted on both sides. */
export function BackupComparison(props: {
  readonly held: BackupContents;
  readonly inFile: BackupContents;
  /** Epoch ms. */
  readonly written: number;
}) {
  const t = settingsText.value.backup;
  const lang = locale.value;
  const { held, inFile } = props;
  const count = (id: string, what: string, of: (c: BackupContents) => number): Line => ({
    id,
    what,
    of: (contents) => formatNumber(lang, of(contents)),
  });
  const named = Object.keys(t.records) as (keyof typeof t.records)[];
  const others = [...new Set([held, inFile].flatMap((c) => Object.keys(c.records)))].filter(
    (name) => name !== 'inboxChunks' && !named.includes(name as keyof typeof t.records),
  );
  const lines: readonly Line[] = [
    count('captures', t.captures, (c) => c.captures.length),
    count('rows', t.rows, (c) => c.captures.reduce((sum, { rows }) => sum + rows, 0)),
    {
      id: 'last',
      what: t.lastCapture,
      of: ({ captures }) =>
        captures.length === 0 ? NOTHING : formatClock(lang, Math.max(...captures.map((c) => c.capturedAt))),
    },
    {
      id: 'covered',
      what: t.covered,
      of: (c) => formatRange(lang, c.coverage?.from ?? null, c.coverage?.to ?? null),
    },
    count('people', t.people, (c) => c.people),
    count('orders', t.orders, (c) => c.orders),
    count('events', t.events, (c) => c.events),
    count('rates', t.rates, (c) => c.rates),
    ...named.map((name) => count(name, t.records[name], (c) => c.records[name] ?? 0)),
    ...(others.length === 0
      ? []
      : [
          count('others', t.otherRecords, (c) =>
            others.reduce((sum, name) => sum + (c.records[name] ?? 0), 0),
          ),
        ]),
    {
      id: 'written',
      what: t.fileMade,
      of: (c) => (c === inFile ? formatClock(lang, props.written) : NOTHING),
    },
  ];
  return (
    <Table
      caption={t.compare}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { id: 'what', header: t.what, rowHeader: true, cell: (l) => l.what, copy: (l) => l.what },
        { id: 'held', header: t.heldNow, align: 'end', cell: (l) => l.of(held), copy: (l) => l.of(held) },
        { id: 'file', header: t.inFile, align: 'end', cell: (l) => l.of(inFile), copy: (l) => l.of(inFile) },
      ]}
    />
  );
}
