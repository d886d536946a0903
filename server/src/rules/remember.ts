import type { Comparison } from '../compare/compare.js';
import type { Brief } from '../model/brief.js';
import type { LinkedFile } from '../model/links.js';
import type { RuleContext } from './rule.js';

/** What was found out about a document. */
export interface Remembered<T> {
  result: T;
  /** Whether all that was looked at to find it out is still the same. */
  holds(brief: Brief, context: RuleContext): boolean;
}

type Look<T> = (brief: Brief, context: RuleContext) => T;

/**
 * Notes what `find` looks at in the model and in other documents. An edit replaces in the model what it changes, and nothing
 * else; so what was found holds as long as everything that was looked at is the same object. Another file counts as a
 * whole, a comparison part by part.
 */
export function remember<T>(brief: Brief, context: RuleContext, find: Look<T>): Remembered<T> {
  const seen = new Map<string, { look: Look<unknown>; value: unknown }>();
  let noting = true;
  const note = <V>(name: string, look: Look<V>): V => {
    const value = look(brief, context);
    if (noting) seen.set(name, { look, value });
    return value;
  };
  const noted: RuleContext = {
    file(path) {
      note(`file ${path}`, (_, { file }) => contentOf(file(path)));
      return context.file(path);
    },
    comparison() {
      if (!note('comparison', (_, { comparison }) => comparison() !== null)) return null;
      return new Proxy(context.comparison()!, {
        get: (held, name: keyof Comparison) => {
          note(`comparison ${name}`, (_, { comparison }) => partOf(comparison(), name));
          return held[name];
        },
      });
    },
    today: () => note('today', (_, { today }) => today()),
  };
  const get = (_: Brief, name: keyof Brief) => note(name, (now) => now[name]);
  const result = find(new Proxy(brief, { get }), noted);
  // What a fix looks at later, it sees as that then is.
  noting = false;
  const looks = [...seen.values()];
  return {
    result,
    holds: (...now) => looks.every(({ look, value }) => look(...now) === value),
  };
}

/** A document is told by its text, as it stays the same object when it is edited. */
function partOf(held: Comparison | null, name: keyof Comparison): unknown {
  return name === 'letter' || name === 'reply' ? held?.[name].text : held?.[name];
}

function contentOf(file: LinkedFile): unknown {
  return file.state === 'found' ? file.brief.text : file.state;
}
