import { Button } from '../../parts/button';
import { announce } from '../../parts/live-region';
import { tableToTsv } from '../../parts/table-copy';
import { text } from '../../state/text';
import { besideWords } from './words';

/** Puts the table behind a list on the clipboard. */
export function CopyLines(props: { readonly lines: () => readonly (readonly string[])[] }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tableToTsv(props.lines().map((line) => [...line])));
      announce(text.value.action.copied);
    } catch {
      announce(text.value.action.copyFailed);
    }
  };
  return (
    <Button size="s" kind="quiet" onClick={() => void copy()}>
      {besideWords.value.values.copy}
    </Button>
  );
}
