import { formatBytes } from '../../../i18n/format';
import type { Progress } from '../../../ingest/survey';
import { locale } from '../../state/locale';
import { text } from '../../state/text';

/** "61,240 rows · 12.1 MB of 48.6 MB". */
export function progressDetail(progress: Progress | null): string {
  if (!progress) return text.value.working;
  const lang = locale.value;
  const rows = text.value.count.rows(progress.rows);
  return progress.totalBytes > 0
    ? text.value.progress.rowsAndBytes(
        rows,
        formatBytes(lang, progress.bytes),
        formatBytes(lang, progress.totalBytes),
      )
    : rows;
}
