import { formatBytes, formatPercent } from '../../../i18n/format';
import type { Progress } from '../../../ingest/survey';
import { locale } from '../../state/locale';
import { text } from '../../state/text';

/** "61,240 rows · 12.1 MB of 48.6 MB"; "61,240 rows · 45%" of what is no bytes. */
export function progressDetail(progress: Progress | null): string {
  if (!progress) return text.value.working;
  const lang = locale.value;
  const rows = text.value.count.rows(progress.rows);
  if (progress.totalBytes > 0 && progress.stage === 'joining')
    return `${rows} · ${formatPercent(lang, progress.bytes / progress.totalBytes)}`;
  return progress.totalBytes > 0
    ? text.value.progress.rowsAndBytes(
        rows,
        formatBytes(lang, progress.bytes),
        formatBytes(lang, progress.totalBytes),
      )
    : rows;
}
