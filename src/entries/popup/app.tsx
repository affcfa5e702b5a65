import '../../ui/theme.css';
import { render } from 'preact';
import { lazyEngine } from '../../protocol/lazy-engine';
import { PopupScreen } from '../../ui/screens/popup/popup-screen';
import { setEngine } from '../../ui/state/engine';

setEngine(lazyEngine(async () => (await import('../../protocol/engine-client')).createEngineClient()));

const app = document.getElementById('app');
if (app) {
  render(<PopupScreen />, app);
  // In the same task, so that no frame has neither picture nor both.
  document.getElementById('first')?.remove();
  // Its style with it: what was loaded since says the same, and more.
  document.adoptedStyleSheets = [];
}
