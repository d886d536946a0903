import { Option, type Command, type CommanderError } from 'commander';
import type { Words } from '../../languages/messages.js';
import { said } from './errors.js';

/** Makes the help of a program, and what it says of wrong usage, Dutch for someone who reads Dutch. Commands added later follow. */
export function speakLanguage(program: Command): void {
  program
    .helpOption('-h, --help', said({ nl: 'toon deze hulp', en: 'display help for command' }))
    .helpCommand(
      'help [command]',
      said({ nl: 'toon de hulp bij een opdracht', en: 'display help for command' }),
    )
    .configureHelp({
      styleTitle: inWords,
      styleUsage: inWords,
      styleOptionDescription: inWords,
      styleSubcommandTerm: inWords,
    })
    // What is wrong is told by the one who catches it.
    .configureOutput({ outputError: () => undefined });
}

/** What the library itself puts into the help. */
const ofLibrary: Record<string, string> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Waarop:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  '[options]': '[opties]',
  '[command]': '[opdracht]',
  '(choices:': '(keuze uit:',
  '(default:': '(anders:',
  ', default:': ', anders:',
};

function inWords(text: string): string {
  return Object.entries(ofLibrary).reduce((words, [en, nl]) => words.replace(en, said({ nl, en })), text);
}

/** What is wrong with what was typed. The library tells it in English, with the words in question between quotation marks. */
export function misuse({ code, message }: CommanderError): string {
  const en = message.replace(/^error: /, '');
  const [first, second] = [...en.matchAll(/'([^']*)'/g)].map(([, word]) => word);
  const expected = /Allowed choices are (.*)\.$/.exec(en)?.[1];
  const near = /\(Did you mean (?:one of )?(.*)\?\)/s.exec(en)?.[1];
  const more = near === undefined ? '' : ` Bedoelde u ${near}?`;
  const dutch: Record<string, string> = {
    'commander.missingArgument': `achter deze opdracht ontbreekt: ${first}`,
    'commander.optionMissingArgument': `achter ‘${first}’ ontbreekt iets`,
    'commander.missingMandatoryOptionValue': `‘${first}’ ontbreekt`,
    'commander.unknownOption': `‘${first}’ is geen optie.${more}`,
    'commander.unknownCommand': `‘${first}’ is geen opdracht.${more}`,
    'commander.excessArguments': 'er staat te veel achter deze opdracht',
    'commander.invalidArgument': `‘${second}’ kan niet bij ‘${first}’. Kies uit: ${expected}.`,
  };
  return said({ nl: dutch[code] ?? en, en });
}

/** What several commands work on: the name of the argument, and what it stands for. */
export const oneFile = (): [name: string, about: string] => [
  said({ nl: '<bestand>', en: '<file>' }),
  said({ nl: 'een bestand *.brief.md', en: 'a *.brief.md file' }),
];
export const somePaths = (): [name: string, about: string] => [
  said({ nl: '<pad...>', en: '<path...>' }),
  said({
    nl: 'bestanden, of mappen met bestanden *.brief.md',
    en: 'files, or folders with *.brief.md files',
  }),
];

/** An option that chooses one of some forms, by their names. */
export function formOption(flag: string, about: Words, forms: object): Option {
  const flags = said({ nl: `${flag} <vorm>`, en: `${flag} <form>` });
  return new Option(flags, said(about)).choices(Object.keys(forms));
}

/** What stands below the help of a command. */
export function example(...lines: readonly string[]): string {
  const title =
    lines.length > 1 ? { nl: 'Voorbeelden:', en: 'Examples:' } : { nl: 'Voorbeeld:', en: 'Example:' };
  return `\n${said(title)}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
