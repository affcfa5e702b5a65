import { AppError } from '../core/app-error';

/** The frame and its own ref out of `frame:ref`. @throws AppError `page/gone` where it is none. */
export function splitRef(ref: string): [frameId: number, ref: string] {
  const [, frame, rest] = /^(\d+):(.+)$/.exec(ref) ?? [];
  if (frame === undefined || rest === undefined) throw new AppError('page/gone');
  return [Number(frame), rest];
}
