import { selfTest } from '../../app/self-test/self-test';
import { createEngineClient } from '../../protocol/engine-client';

// In test builds only. Firefox can't be driven into a moz-extension: page from outside, so this page runs the
// engine by itself and reports to the loopback server that started the browser.
const REPORT_TO = 'http://127.0.0.1:47821/report';

const results = await selfTest(createEngineClient());
const log = document.querySelector('#log');
if (log) log.textContent = JSON.stringify(results, null, 2);
await fetch(REPORT_TO, { method: 'POST', body: JSON.stringify(results) });
