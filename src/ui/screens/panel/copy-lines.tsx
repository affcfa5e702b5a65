import { Button } from '../../parts/button';
import { copyTable } from '../../parts/copy-table';
import { besideWords } from './words';

/** Puts the table behind a list on the clipboard. */
export function CopyLines(props: { readonly lines: () => readonly (readonly string[])[] }) {
  return (
    <Button size="s" kind="quiet" onClick={() => void copyTable(props.lines())}>
      {besideWords.value.values.copy}
    </Button>
  );
}
