import { Button } from '../../../parts/button';
import { Menu, type MenuItem } from '../../../parts/menu';
import { builderText } from '../rule-builder-text';
import { indent, isGroup, moveBy, outdent, type Path, ruleAt } from './draft/rule-tree';
import { type Editing, placeOf } from './editing';

/** What a condition or group is taken by: dragged, or moved with Alt and the arrow keys. */
export function ClauseHandle(props: {
  readonly editing: Editing;
  readonly path: Path;
  readonly group?: boolean;
}) {
  const { editing, path, group = false } = props;
  const t = builderText.value;
  const place = placeOf(path);
  return (
    <button
      type="button"
      class="rule-handle"
      data-part="handle"
      aria-label={group ? t.handleGroup(place) : t.handle(place)}
      aria-description={t.handleHint}
      title={t.handleHint}
      draggable
      onDragStart={(event) => {
        event.dataTransfer?.setData('text/plain', place);
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
        editing.drag(path);
      }}
      onDragEnd={() => editing.drag(null)}
    >
      <span aria-hidden="true">⠿</span>
    </button>
  );
}

/** All that can be done with a condition or a group, by name and with its keys. */
export function ClauseMenu(props: { readonly editing: Editing; readonly path: Path }) {
  const { editing, path } = props;
  const t = builderText.value;
  const { root } = editing;
  const rule = ruleAt(root, path);
  const step = (id: keyof typeof t.menu, label: string, moved: ReturnType<typeof moveBy>): MenuItem => ({
    id,
    label,
    disabled: moved === null,
    onSelect: () => editing.move(moved),
  });
  const items: readonly MenuItem[] = [
    step('up', t.menu.up, moveBy(root, path, -1)),
    step('down', t.menu.down, moveBy(root, path, 1)),
    step('group', t.menu.group, indent(root, path)),
    step('ungroup', rule !== null && isGroup(rule) ? t.menu.dissolve : t.menu.ungroup, outdent(root, path)),
    { id: 'duplicate', label: t.menu.duplicate, onSelect: () => editing.duplicate(path) },
    { id: 'after', label: t.menu.after, onSelect: () => editing.addAfter(path) },
    { id: 'remove', label: t.menu.remove, onSelect: () => editing.remove(path) },
  ];
  return (
    <Menu label={t.more(placeOf(path))} kind="quiet" size="s" align="end" items={items}>
      <span aria-hidden="true">⋯</span>
    </Menu>
  );
}

export function RemoveButton(props: {
  readonly editing: Editing;
  readonly path: Path;
  readonly label: string;
}) {
  return (
    <Button kind="quiet" size="s" label={props.label} onClick={() => props.editing.remove(props.path)}>
      <span aria-hidden="true">×</span>
    </Button>
  );
}
