import { bodyOf, fill, snippets, valuesIn } from '../../documents/new/snippets.js';
import type { Brief } from '../../model/brief.js';
import { inOrder, type Completion, type Cursor } from './item.js';

/** The standard parts that fit: on a line of their own, or in running text. */
export function partItems(
  { brief, offset }: Cursor,
  word: string,
  at: 'block' | 'inline',
  tabStops: boolean,
): Completion[] {
  const values = valuesOf(brief);
  return Object.entries(snippets[brief.language.id])
    .filter(
      ([, part]) => part.at === at && (part.where.includes('anywhere') || part.where.includes(brief.kind)),
    )
    .map(([name, part], i) => ({
      label: name,
      detail: part.description,
      kind: 'part',
      insert: fill(bodyOf(part, brief.frontMatter.values, brief.language), values, tabStops),
      filter: part.prefix.join(' '),
      replace: { from: offset - word.length, to: offset },
      sort: inOrder(1, i),
    }));
}

/** What the front matter says, and the next number and label. */
function valuesOf({ frontMatter, language, questions, definitions }: Brief) {
  const values = valuesIn(frontMatter.values, language);
  return (name: string) => {
    if (name === 'nextQuestion')
      return String(Math.max(0, ...questions.flatMap(({ numbers }) => numbers)) + 1);
    if (name === 'nextLabel')
      return String(Math.max(0, ...definitions.map(({ fact }) => Number(fact.label) || 0)) + 1);
    return values(name);
  };
}
