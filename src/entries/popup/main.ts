/** The first picture is painted before the rest is even asked for: loading it would share the frame with its drawing. */
let asked = false;
const start = () => {
  if (asked) return;
  asked = true;
  void import('./app');
};
requestAnimationFrame(() => setTimeout(start));
// Frames stop where the page can't be seen.
setTimeout(start, 150);
