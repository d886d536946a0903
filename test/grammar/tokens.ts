import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** The scopes of every character of a line, outermost first. */
export type Scopes = string[][];

const require = createRequire(import.meta.url);
const files: Record<string, string> = {
  'text.html.markdown.kamerbrief': 'syntaxes/kamerbrief.tmLanguage.json',
  // The grammars of VS Code that ours stands on.
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  'source.yaml': require.resolve('tm-grammars/grammars/yaml.json'),
};

const { buffer } = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(buffer).then(() => ({
    createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })),
  loadGrammar: async (scope) =>
    files[scope] ? textmate.parseRawGrammar(readFileSync(files[scope], 'utf8'), 'grammar.json') : null,
});

/** Colours a text as VS Code does: line by line, each with the state in which the line above it ended. */
export async function colour(lines: readonly string[]): Promise<Scopes[]> {
  const grammar = (await registry.loadGrammar('text.html.markdown.kamerbrief'))!;
  let state = textmate.INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) =>
      Array.from({ length: Math.min(endIndex, line.length) - startIndex }, () => scopes),
    );
  });
}

/** Whether a scope, or one that is more exact, stands among the scopes of a character. */
export function has(scopes: readonly string[], scope: string): boolean {
  return scopes.some((one) => one === scope || one.startsWith(`${scope}.`));
}

/** The stretches of a line that a scope covers. */
export function stretches(line: string, scopes: Scopes, scope: string): string[] {
  const found: string[] = [];
  let open = false;
  scopes.forEach((one, i) => {
    const covered = has(one, scope);
    if (covered && open) found[found.length - 1] += line[i];
    else if (covered) found.push(line[i]);
    open = covered;
  });
  return found;
}
