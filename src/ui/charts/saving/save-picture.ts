import { markupText } from '../../../core/markup';
import { saveBlob } from '../../parts/save-file';
import { chartColours } from '../chart-colours';
import { canvasMeasure } from '../fit-text';
import { svgElement } from '../svg-element';
import type { SvgNode } from '../svg-node';
import { framedPicture, type PictureFrame } from './picture-file';
import { styledSvg } from './styled-svg';

export type PictureKind = 'svg' | 'png';

/** The same picture as a drawing, for what is drawn on a canvas. */
export type VectorOf = (width: number) => SvgNode;

/** How much sharper than the screen a PNG is. */
const SHARPER = 3;

/**
 * Saves what stands in `body`: one of our own drawings as a vector or as a PNG; what Chart.js drew on a canvas, as a PNG.
 * @throws where there is no picture, or the browser draws none
 */
export async function savePicture(
  body: HTMLElement,
  kind: PictureKind,
  frame: Omit<PictureFrame, 'legend'>,
  vector: VectorOf | null,
): Promise<string> {
  const { ground, ink, soft, family } = chartColours(body);
  const inks = { ground, ink, soft, family };
  const legend = [...body.querySelectorAll('.chart-legend-item')].map((item) => {
    const mark = item.querySelector('svg');
    return { name: item.textContent?.trim() ?? '', mark: mark ? styledSvg(mark) : null };
  });
  const drawing = pictureOf(body);
  if (drawing === null) throw new Error('no picture');
  const box = drawing.getBoundingClientRect();
  const drawn =
    drawing instanceof SVGElement
      ? { node: styledSvg(drawing), width: box.width, height: box.height }
      : vector && styledOnPage(body, vector(box.width));
  const framed = framedPicture(
    { ...frame, legend },
    drawn ?? { node: null, width: box.width, height: box.height },
    inks,
    canvasMeasure,
  );
  const name = `${fileName(frame.title)}.${kind}`;
  const file = new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${markupText(framed.node, true)}`], {
    type: 'image/svg+xml',
  });
  if (kind === 'svg') {
    saveBlob(name, file);
    return name;
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(framed.width * SHARPER);
  canvas.height = Math.round(framed.height * SHARPER);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(SHARPER, SHARPER);
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    context.drawImage(image, 0, 0, framed.width, framed.height);
  } finally {
    URL.revokeObjectURL(url);
  }
  if (drawn === null && drawing instanceof HTMLCanvasElement) {
    const { sharpCanvas } = await import('./sharp-canvas');
    const restore = sharpCanvas(drawing, SHARPER);
    context.drawImage(drawing, framed.place.x, framed.place.y, box.width, box.height);
    restore();
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('no png');
  saveBlob(name, blob);
  return name;
}

/** The drawing of a figure: its largest, since a legend and small marks are drawings too. */
function pictureOf(body: HTMLElement): SVGSVGElement | HTMLCanvasElement | null {
  const all = [...body.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('svg, canvas')];
  const area = (el: Element) => el.getBoundingClientRect().width * el.getBoundingClientRect().height;
  return all.reduce<SVGSVGElement | HTMLCanvasElement | null>(
    (most, el) => (most === null || area(el) > area(most) ? el : most),
    null,
  );
}

/** Whether it can be a vector as it stands: what Chart.js draws has pixels only. */
export function isVector(body: HTMLElement): boolean {
  return pictureOf(body) instanceof SVGElement;
}

/** Our rules give a drawing its look only where it stands on the page, so it stands there for a moment, unseen. */
function styledOnPage(body: HTMLElement, node: SvgNode) {
  const element = svgElement(node);
  element.style.position = 'absolute';
  element.style.visibility = 'hidden';
  body.append(element);
  const { width, height } = element.getBoundingClientRect();
  const styled = styledSvg(element);
  element.remove();
  return { node: styled, width, height };
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `segment-lens-${plain.slice(0, 60) || 'picture'}`;
}
