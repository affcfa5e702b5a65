import { render } from 'preact';
import { lazyEngine } from '../../protocol/lazy-engine';
import { PanelScreen } from '../../ui/screens/panel/panel-screen';
import { setEngine } from '../../ui/state/engine';

setEngine(lazyEngine(async () => (await import('../../protocol/engine-client')).createEngineClient()));

const app = document.getElementById('app');
if (app) render(<PanelScreen />, app);
