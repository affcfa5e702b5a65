import type { RefObject } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { en } from '../../../i18n/en/pictures';
import { pl } from '../../../i18n/pl/pictures';
import { announce } from '../../parts/live-region';
import { Menu } from '../../parts/menu';
import { textOf } from '../../state/text';
import { PictureSource } from './picture-source';
import { isVector, type PictureKind, savePicture, type VectorOf } from './save-picture';

const words = textOf({ en, pl });

/** Saves the figure's picture as a file, with its title over it and its notes under it. */
export function SavePictureMenu(props: {
  readonly figure: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly notes: readonly string[];
  readonly vector: VectorOf | null;
}) {
  const t = words.value;
  const source = useContext(PictureSource);
  const [vector, setVector] = useState(true);
  const body = () => props.figure.current?.querySelector<HTMLElement>('.chart-body') ?? null;
  const save = async (kind: PictureKind) => {
    const drawn = body();
    if (!drawn) return;
    const subtitle = props.figure.current?.querySelector('.chart-heading p')?.textContent ?? '';
    try {
      const under = [...props.notes, source === null ? t.source : `${source} · ${t.source}`];
      const frame = { title: props.title, over: [subtitle], under };
      const name = await savePicture(drawn, kind, frame, props.vector);
      announce(t.saved(name));
    } catch {
      announce(t.failed);
    }
  };
  return (
    <Menu
      kind="quiet"
      size="s"
      align="end"
      label={t.saveOf(props.title)}
      onOpen={() => {
        const drawn = body();
        setVector(props.vector !== null || (drawn !== null && isVector(drawn)));
      }}
      items={[
        { id: 'png', label: t.png, onSelect: () => void save('png') },
        ...(vector ? [{ id: 'svg', label: t.svg, onSelect: () => void save('svg') }] : []),
      ]}
    >
      {t.save}
    </Menu>
  );
}
