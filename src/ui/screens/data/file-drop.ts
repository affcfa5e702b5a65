import { signal } from '@preact/signals';
import { goTo } from '../../state/route';

/** True while files are held over the page. */
export const dragging = signal(false);

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes files dropped anywhere on the page: a near miss would otherwise make the browser leave the workspace for
 * the file.
 */
export function listenForDrops(): () => void {
  // dragenter and dragleave fire for every element passed over; only their balance tells.
  let depth = 0;
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  };
  const enter = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    dragging.value = true;
  };
  const leave = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    depth = Math.max(0, depth - 1);
    dragging.value = depth > 0;
  };
  const drop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    dragging.value = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    goTo('data');
    void import('./import-desk').then(({ addFiles }) => addFiles(files));
  };
  addEventListener('dragover', over);
  addEventListener('dragenter', enter);
  addEventListener('dragleave', leave);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('dragenter', enter);
    removeEventListener('dragleave', leave);
    removeEventListener('drop', drop);
  };
}
