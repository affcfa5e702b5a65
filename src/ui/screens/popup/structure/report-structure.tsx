import { useMemo, useState } from 'preact/hooks';
import type { UnreadTool } from '../../../../core/page-capture';
import { Button } from '../../../parts/button';
import { StructureSheet } from './structure-sheet';
import { words } from './words';

/** The way to the report of how the open page is built. */
export function ReportStructure(props: { readonly tabId: number; readonly unread: UnreadTool | null }) {
  const { tabId, unread } = props;
  const [open, setOpen] = useState(false);
  const asked = useMemo(() => ({ tabId, unread }), [tabId, unread]);
  return (
    <>
      <Button size="s" kind="quiet" onClick={() => setOpen(true)}>
        {words.value.show}
      </Button>
      {open && <StructureSheet asked={asked} onClose={() => setOpen(false)} />}
    </>
  );
}
