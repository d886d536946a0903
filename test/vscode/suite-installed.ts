/** The main flows on the extension as users install it: findings and their fixes, a reply, a report, every form of export. */
import './suite/findings.js';
import './suite/installed.js';
import './suite/making.js';
import './suite/workbench.js';

export { run } from './suite/run.js';
