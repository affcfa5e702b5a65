import { useEffect, useState } from 'preact/hooks';
import type { AppError, ErrorCode } from '../../../core/app-error';
import { locale } from '../../state/locale';

interface ErrorSentence {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
}

/** What happened, what was kept, what to do. The sentences are loaded when the first one is needed. */
export function ErrorWords({ error }: { readonly error: AppError }) {
  const [sentences, setSentences] = useState<Readonly<Record<ErrorCode, ErrorSentence>> | null>(null);
  const language = locale.value;
  useEffect(() => {
    let gone = false;
    const load =
      language === 'pl'
        ? import('../../../i18n/pl/errors').then((m) => m.pl)
        : import('../../../i18n/en/errors').then((m) => m.en);
    void load.then((catalog) => {
      if (!gone) setSentences(catalog);
    });
    return () => {
      gone = true;
    };
  }, [language]);
  const sentence = sentences?.[error.code];
  if (!sentence) return null;
  return (
    <>
      <p>{sentence.what}</p>
      <p class="ink-soft">
        {sentence.kept} {sentence.todo}
      </p>
    </>
  );
}
