import { signal } from '@preact/signals';
import type { Comparison } from '../../../../compare/comparison';
import { en } from '../../../../i18n/en/report';
import { pl } from '../../../../i18n/pl/report';
import { canvasMeasure } from '../../../charts/fit-text';
import { fontFamily } from '../../../charts/font-family';
import { Button } from '../../../parts/button';
import { announce } from '../../../parts/live-region';
import { saveFile } from '../../../parts/save-file';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { textOf } from '../../../state/text';

const words = textOf({ en, pl });
const state = signal<'idle' | 'making' | 'failed'>('idle');

/** Saves the comparison as one page to print or send. */
export function ReportButton(props: {
  readonly comparison: Comparison;
  readonly goal: string | null;
  readonly size?: 'm' | 's';
}) {
  const t = words.value;
  const onReport = async () => {
    state.value = 'making';
    try {
      const { makeReport } = await import('./make-report');
      const file = await makeReport(engine(), {
        comparison: props.comparison,
        goal: props.goal,
        locale: locale.value,
        paper: { family: fontFamily(), measure: canvasMeasure },
      });
      saveFile(file);
      state.value = 'idle';
      announce(t.saved(file.name));
    } catch {
      state.value = 'failed';
    }
  };
  return (
    <>
      <Button size={props.size ?? 'm'} disabled={state.value === 'making'} onClick={() => void onReport()}>
        {state.value === 'making' ? t.making : t.button}
      </Button>
      {state.value === 'failed' && <span role="alert">{t.failed}</span>}
    </>
  );
}
