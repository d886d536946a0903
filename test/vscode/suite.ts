/** The suite that runs inside VS Code where there is Node. */
import './suite/findings.js';
import './suite/footnotes.js';
import './suite/making.js';
import './suite/navigation.js';
import './suite/questions.js';
import './suite/typing.js';
import './suite/workbench.js';
import './suite/writing.js';

export { run } from './suite/run.js';
