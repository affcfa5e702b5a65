/** A classic script: it runs before any module is even asked for, so that the popup opens with its picture in it. */
import { drawFirst } from '../ui/snapshot/draw-first';
import { storedLocale } from '../ui/snapshot/stored-locale';

const root = document.getElementById('first');
const locale = storedLocale();
document.documentElement.lang = locale;
try {
  if (root) drawFirst(root, locale);
} catch {
  // A picture that can't be drawn must not keep the popup from coming up.
  root?.remove();
}
