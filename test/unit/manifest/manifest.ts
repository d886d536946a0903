import { readFileSync } from 'node:fs';
import { rules } from '../../../server/src/rules/index.js';

/** What VS Code reads of `package.json`. */
export interface Manifest {
  activationEvents: string[];
  engines: { node: string; vscode: string };
  devDependencies: Record<string, string>;
  contributes: {
    languages: { id: string; extensions: string[]; configuration: string }[];
    grammars: { language: string; scopeName: string; path: string }[];
    commands: { command: string; title: string; category: string }[];
    menus: Record<string, { command?: string; when?: string; group?: string }[]>;
    keybindings?: { command: string; key: string; mac?: string; when?: string }[];
    configuration: { properties: Record<string, { properties?: object }> };
    configurationDefaults: Record<string, Record<string, unknown>>;
    snippets?: unknown;
  };
}

export const readManifest = (): Manifest => read('package.json') as Manifest;

/** Texts of the manifest by language: the file without a language is English, as VS Code asks. */
export const words = { en: 'package.nls.json', nl: 'package.nls.nl.json' } as const;

export const readWords = (language: keyof typeof words) => read(words[language]) as Record<string, string>;

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** `package.json` with the setting `kamerbrief.rules` as the rules are. */
export function manifestWithRules(): string {
  const manifest = readManifest();
  manifest.contributes.configuration.properties['kamerbrief.rules'].properties = Object.fromEntries(
    rules.map(({ code, severity }) => [
      code,
      {
        type: 'string',
        enum: ['off', 'hint', 'info', 'warning', 'error'],
        default: severity,
        description: `%rule.${code}%`,
      },
    ]),
  );
  return print(manifest);
}

/** The texts of the manifest with what each rule finds. */
export function wordsWithRules(language: keyof typeof words): string {
  const others = Object.entries(readWords(language)).filter(([key]) => !key.startsWith('rule.'));
  return print(
    Object.fromEntries([
      ...others,
      ...rules.map(({ code, summary }) => [`rule.${code}`, summary[language]] as const),
    ]),
  );
}

const print = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
