import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Every text that a user can read is there in Dutch and in English: held against the source itself. */
const sources = ['client/src', 'server/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(folder, name).replaceAll('\\', '/');
      return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    }),
);

/** What is the same in both languages. */
const same = ['PDF'];

/** The fixed words of an expression: of a text, a template, or a choice between them; `null` when it has none of its own. */
function fixed(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ');
  if (ts.isConditionalExpression(node)) {
    const words = [fixed(node.whenTrue), fixed(node.whenFalse)];
    return words.every((one) => one === null) ? null : words.join(' ');
  }
  return ts.isParenthesizedExpression(node) ? fixed(node.expression) : null;
}

const hasWords = (text: string | null) => /\p{L}{2}/u.test(text ?? '');

function walk(visit: (node: ts.Node, file: ts.SourceFile) => void, files = sources): void {
  for (const file of files) {
    const into = (node: ts.Node): void => {
      visit(node, file);
      node.forEachChild(into);
    };
    into(file);
  }
}

const placeOf = (node: ts.Node, file: ts.SourceFile) =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText().slice(0, 80)}`;

/** The texts of `say('…', '…')` and `{ nl: '…', en: '…' }`; one that is made by a function is its own. */
function pairs(): { nl: ts.Node; en: ts.Node; place: string }[] {
  const found: { nl: ts.Node; en: ts.Node; place: string }[] = [];
  walk((node, file) => {
    if (ts.isCallExpression(node) && /^(?:say|refusal)$/.test(node.expression.getText())) {
      const [nl, en] = node.arguments;
      if (nl && en) found.push({ nl, en, place: placeOf(node, file) });
      else if (node.expression.getText() === 'say') throw new Error(`one language: ${placeOf(node, file)}`);
    } else if (ts.isObjectLiteralExpression(node)) {
      const value = (name: string) =>
        node.properties.find(
          (one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === name,
        )?.initializer;
      const [nl, en] = [value('nl'), value('en')];
      if (nl && en) found.push({ nl, en, place: placeOf(node, file) });
      else if ([nl, en].some((one) => one && hasWords(fixed(one))))
        throw new Error(`one language: ${placeOf(node, file)}`);
    }
  });
  return found;
}

test('no text lacks Dutch or English, and none is the other', () => {
  const texts = pairs();
  expect(texts.length).toBeGreaterThan(200);
  const wrong = texts.filter(({ nl, en }) => {
    const [dutch, english] = [fixed(nl), fixed(en)];
    // The words may come from elsewhere, as those of a language do; then both do.
    if (dutch === null || english === null) return dutch !== english;
    return (
      !hasWords(dutch) !== !hasWords(english) ||
      (dutch === english && !same.includes(dutch) && hasWords(dutch))
    );
  });
  expect(wrong.map(({ place }) => place)).toEqual([]);
});

/** Names of what VS Code shows, in calls and in options. */
const shown =
  /^(?:show(?:Information|Warning|Error)Message|title|prompt|placeHolder|placeholder|label|openLabel|saveLabel|tooltip|detail|description|message)$/;

test('what the extension shows is said in the language of the setting', () => {
  const wrong: string[] = [];
  const client = sources.filter(({ fileName }) => fileName.startsWith('client/'));
  walk((node, file) => {
    const texts =
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      shown.test(node.expression.name.text)
        ? node.arguments
        : ts.isPropertyAssignment(node) && shown.test(node.name.getText())
          ? [node.initializer]
          : [];
    for (const text of texts) if (hasWords(fixed(text))) wrong.push(placeOf(node, file));
  }, client);
  expect(wrong).toEqual([]);
});

describe('what the command line says when the extension runs it', () => {
  const commands = sources.filter(({ fileName }) => fileName.startsWith('server/src/hosts/cli/'));

  test('is in both languages: errors, notices and what was done', () => {
    const wrong: string[] = [];
    walk((node, file) => {
      const said =
        ts.isNewExpression(node) && node.expression.getText() === 'UsageError'
          ? node.arguments?.[0]
          : ts.isCallExpression(node) && /^process\.std(?:out|err)\.write$/.test(node.expression.getText())
            ? node.arguments[0]
            : undefined;
      const words = said && fixed(said)?.replace(/^kamerbrief: /, '');
      if (words && hasWords(words)) wrong.push(placeOf(node, file));
    }, commands);
    expect(wrong).toEqual([]);
  });

  test('takes no side', () => {
    const wrong: string[] = [];
    walk((node, file) => {
      if (
        ts.isPropertyAccessExpression(node) &&
        /^(?:nl|en)$/.test(node.name.text) &&
        /(?:reason|message|words|refused|title)$/i.test(node.expression.getText())
      )
        wrong.push(placeOf(node, file));
    }, commands);
    // The one place that chooses.
    expect(wrong.filter((place) => !place.startsWith('server/src/hosts/cli/errors.ts'))).toEqual([]);
  });
});
