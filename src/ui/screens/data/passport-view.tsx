import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Label } from '../../../core/label';
import type { Passport } from '../../../core/passport';
import { wallZone } from '../../../core/time/capture-clock';
import { formatBytes, formatClock, formatIsoRange } from '../../../i18n/format';
import type { CaptureSummary } from '../../../protocol/engine-api';
import { locale } from '../../state/locale';
import { labelText } from '../../state/text';
import { dataText } from './data-text';
import { CaptureAccount } from './import-account';
import { noteText } from './note-text';
import { ReconciliationTable } from './reconciliation-table';

function zoneText({ timeZone, clock }: Passport): string {
  const p = dataText.value.passport;
  const own = clock === undefined || clock.written === 'offset' ? null : wallZone(clock);
  if (timeZone !== 'as-written') return p.zoneConverted(timeZone, own);
  return own === null ? p.zoneAsWritten : p.zoneOfSource(own);
}

/** Where a capture comes from and what happened to it on the way. */
export function PassportView(props: { readonly capture: CaptureSummary }) {
  const { capture } = props;
  const { passport } = capture;
  const { source } = passport;
  const t = dataText.value;
  const p = t.passport;
  const lang = locale.value;
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [
      p.source,
      source.kind === 'file' ? (
        p.file(source.name, formatBytes(lang, source.bytes))
      ) : (
        <>
          {source.title}
          <br />
          <span class="ink-soft">{source.url}</span>
        </>
      ),
    ],
    [p.recognised, useRecogniserName(passport.recogniser)],
    ...(passport.account === null ? [] : [[p.account, passport.account] as const]),
    ...(passport.property === null ? [] : [[p.property, passport.property] as const]),
    ...(passport.dateRange === null ? [] : [[p.dates, formatIsoRange(lang, passport.dateRange)] as const]),
    [p.collected, formatClock(lang, passport.capturedAt)],
    [p.zone, zoneText(passport)],
    [p.leftOut, passport.columnsLeftOut.length === 0 ? p.leftOutNone : passport.columnsLeftOut.join(' · ')],
    [p.rows, <CaptureAccount key="rows" capture={capture} nameless />],
    ...(passport.notes.length === 0
      ? []
      : [
          [
            p.notes,
            <ul key="notes">
              {passport.notes.map((note) => (
                <li key={note.code}>{noteText(note)}</li>
              ))}
            </ul>,
          ] as const,
        ]),
  ];
  return (
    <div class="passport">
      <dl class="passport-facts">
        {facts.map(([term, value]) => (
          <div key={term} class="passport-fact">
            <dt>{term}</dt>
            <dd class="data" dir="auto">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {passport.reconciliation.length > 0 && <ReconciliationTable reconciliation={passport.reconciliation} />}
    </div>
  );
}

/** The recogniser's own label; the recognisers are fetched when a passport is first opened. */
function useRecogniserName(id: string): string {
  const [name, setName] = useState<Label | null>(null);
  useEffect(() => {
    let gone = false;
    import('../../../sites/export-recognisers').then(({ EXPORT_RECOGNISERS }) => {
      if (!gone) setName(EXPORT_RECOGNISERS.find((r) => r.id === id)?.label ?? null);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  if (name) return labelText(name);
  // Whatever no recogniser claims is read by its headers and values; an id is never shown.
  return dataText.value.passport.byItsColumns;
}
