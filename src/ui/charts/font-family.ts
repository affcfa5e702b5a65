let family: string | undefined;

/** As theme.css sets it: a canvas measures in the same font the picture is drawn in. */
export function fontFamily(): string {
  family ??= getComputedStyle(document.body).fontFamily;
  return family;
}
