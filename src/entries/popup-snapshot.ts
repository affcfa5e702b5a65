/** A classic script: it runs before any module is even asked for, so that the popup opens with its picture in it. */
import { checkPicture } from '../ui/snapshot/check-picture';
import { drawFirst } from '../ui/snapshot/draw-first';
import { firstStyle } from '../ui/snapshot/first-style';
import { storedLocale } from '../ui/snapshot/stored-locale';

// Looked up while the picture is drawn; heard by the popup once it is loaded (ui/screens/popup/now-model.ts).
Object.assign(globalThis, { pictureChecked: checkPicture() });
const root = document.getElementById('first');
const locale = storedLocale();
document.documentElement.lang = locale;
document.adoptedStyleSheets = [firstStyle()];
try {
  if (root) drawFirst(root, locale);
} catch {
  // A picture that can't be drawn must not keep the popup from coming up.
  root?.remove();
}

/** The first picture is painted before the rest is even asked for: loading it would share the frame with its drawing. */
let asked = false;
const start = () => {
  if (asked) return;
  asked = true;
  // Built of popup/start.ts; relative to this script.
  void import('./assets/popup-start.js' as string);
};
requestAnimationFrame(() => setTimeout(start));
// Frames stop where the page can't be seen.
setTimeout(start, 150);
