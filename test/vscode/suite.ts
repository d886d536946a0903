/** The suite that runs inside VS Code where there is Node. */
// First, to see all that is done; and last, to say what was seen.
import './suite/connections.js';
import './suite/findings.js';
import './suite/footnotes.js';
import './suite/making.js';
import './suite/navigation.js';
import './suite/questions.js';
import './suite/typing.js';
import './suite/workbench.js';
import './suite/writing.js';
import './suite/offline.js';

export { run } from './suite/run.js';
