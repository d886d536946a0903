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
    viewsWelcome?: { view: string; contents: string; when: string }[];
    viewsContainers?: Record<string, { id: string; title: string }[]>;
    views?: Record<string, { id: string; name: string }[]>;
    submenus?: { id: string; label: string }[];
    walkthroughs: {
      id: string;
      title: string;
      description: string;
      when: string;
      steps: {
        id: string;
        title: string;
        description: string;
        media: { svg: string; altText: string };
        completionEvents: string[];
      }[];
    }[];
    keybindings?: { command: string; key: string; mac?: string; when?: string }[];
    configuration: { properties: Record<string, { properties?: object }> };
    configurationDefaults: Record<string, Record<string, unknown>>;
    snippets?: unknown;
  };
}

export const readManifest = (): Manifest => read('package.json') as Manifest;

/**
 * Texts of the manifest by language. VS Code has no Dutch of its own, so it shows the file without a language to everyone: each
 * text there is in Dutch, and behind it in English. The Dutch file is for who has VS Code in Dutch all the same.
 */
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

/** Between the two languages of one text. */
export const between = ' / ';

/** The texts of the manifest with what each rule finds. */
export function wordsWithRules(language: keyof typeof words): string {
  const others = Object.entries(readWords(language)).filter(([key]) => !key.startsWith('rule.'));
  return print(
    Object.fromEntries([
      ...others,
      ...rules.map(
        ({ code, summary }) =>
          [`rule.${code}`, language === 'nl' ? summary.nl : `${summary.nl}${between}${summary.en}`] as const,
      ),
    ]),
  );
}

const print = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
