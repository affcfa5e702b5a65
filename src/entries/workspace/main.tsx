import { render } from 'preact';
import { createEngineClient } from '../../protocol/engine-client';
import { WorkspaceShell } from '../../ui/screens/workspace-shell/workspace-shell';
import { setEngine } from '../../ui/state/engine';
import '../../ui/theme.css';

const engine = createEngineClient();
// It loads while the screens do.
engine.start();
setEngine(engine);
const app = document.getElementById('app');
if (app) render(<WorkspaceShell />, app);
