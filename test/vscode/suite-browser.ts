/** The suite that runs inside VS Code in the browser, without Node. */
import './suite/findings.js';
import './suite/footnotes.js';
import './suite/navigation.js';
import './suite/questions.js';
import './suite/typing.js';
import './suite/virtual.js';
import './suite/workbench.js';
import './suite/writing.js';

export { run } from './suite/run.js';
