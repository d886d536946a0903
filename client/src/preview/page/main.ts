import type { FromPage, State, ToPage } from '../messages.js';
import { admit } from './admit.js';
import { morph } from './morph.js';
import { Places } from './places.js';
import { wordAt } from './word.js';

/** Runs in the page of the preview: shows what the extension sends, and says where the reader goes. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: State): void;
};

/** Scrolling so long after a turn of the wheel or a key is the reader's, in milliseconds. */
const readerScrolls = 1000;
const scrollKeys = new Set(['PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'Home', 'End', ' ']);

const vscode = acquireVsCodeApi();
const main = document.querySelector('main')!;
let places = new Places(main, []);
let html = '';
/** Until when scrolling is the reader's, who is followed; anything else that moves the page is not. */
let byReader = 0;
let told = false;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'show') show(data);
  else if (data.type === 'notice') {
    html = '';
    places = new Places(main, []);
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.textContent = data.text;
    main.replaceChildren(notice);
  } else {
    const top = places.scrollTo(data);
    if (top === null) return;
    byReader = 0;
    window.scrollTo({ top, behavior: 'instant' });
  }
});

function show(page: ToPage & { type: 'show' }): void {
  vscode.setState({ uri: page.uri });
  document.documentElement.lang = page.language;
  if (html !== page.html) {
    html = page.html;
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    admit(body, page.images);
    const seen = places.inView();
    const before = seen?.getBoundingClientRect().top;
    morph(main, body);
    if (seen?.isConnected)
      window.scrollBy({ top: seen.getBoundingClientRect().top - before!, behavior: 'instant' });
  }
  places = new Places(main, page.places);
}

const isReader = () => (byReader = performance.now() + readerScrolls);
for (const sign of ['wheel', 'touchmove', 'pointerdown'])
  window.addEventListener(sign, isReader, { passive: true });
window.addEventListener('keydown', ({ key }) => scrollKeys.has(key) && isReader());
window.addEventListener('scroll', () => {
  if (performance.now() > byReader || told) return;
  isReader();
  told = true;
  requestAnimationFrame(() => {
    told = false;
    const spot = places.atTop();
    if (spot) vscode.postMessage({ type: 'scroll', ...spot });
  });
});

document.addEventListener('click', (event) => {
  const { target, button, detail, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (!(target instanceof Element) || button !== 0) return;
  const link = target.closest('a');
  if (link) return follow(link);
  const isSelecting = detail > 1 || shiftKey || !getSelection()?.isCollapsed;
  const block = target.closest('[data-at]');
  const spot = block && places.of(block);
  if (isSelecting || ctrlKey || metaKey || altKey || !spot) return;
  vscode.postMessage({ type: 'open', ...spot, word: wordAt(block, event) });
});

/** VS Code opens links and scrolls to marks; the keyboard and the voice go along to a note and back. */
function follow({ hash }: HTMLAnchorElement): void {
  const target = hash ? document.getElementById(hash.slice(1)) : null;
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

vscode.postMessage({ type: 'ready' });
