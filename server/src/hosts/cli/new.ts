import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option, type Command } from 'commander';
import { newLetter } from '../../documents/new/letter.js';
import type { NewDocument } from '../../documents/new/parts.js';
import { newReply } from '../../documents/new/reply.js';
import { newReport } from '../../documents/new/report.js';
import { languages } from '../../languages/index.js';
import type { Language } from '../../languages/language.js';
import type { Words } from '../../languages/messages.js';
import { pathOf } from '../../model/paths.js';
import { atTerminal, said, UsageError } from './errors.js';
import { readBrief, resolvePath } from './files.js';
import { example } from './help.js';
import { writeFile } from './write-file.js';

interface Target {
  out?: string;
  force?: boolean;
}

export function newCommand(program: Command): void {
  const command = program
    .command('new')
    .description(
      said({
        nl: 'begin een antwoordbrief, een verslag of een brief',
        en: 'begin a reply, a report or a letter',
      }),
    )
    .addHelpText(
      'after',
      example(
        'kamerbrief new reply brief.brief.md --out antwoord.brief.md',
        'kamerbrief new report brief.brief.md antwoord.brief.md --out verslag.brief.md',
      ),
    );
  const begin = (name: string, description: Words) =>
    command
      .command(name)
      .description(said(description))
      .option(
        said({ nl: '--out <bestand>', en: '--out <file>' }),
        said({
          nl: 'waar het komt te staan; anders verschijnt de tekst op het scherm',
          en: 'the file to write; without it the text goes to standard output',
        }),
      )
      .option(
        '--force',
        said({
          nl: 'overschrijf het bestand als het al bestaat',
          en: 'overwrite the file if it exists already',
        }),
      );

  begin('reply', {
    nl: 'begin de antwoordbrief bij een brief: elke vraag aangehaald en genummerd, elk antwoord open',
    en: 'begin the reply to a letter: every question quoted and numbered, each answer open',
  })
    .argument(...theLetter())
    .action(async (letter: string, target: Target) => {
      const { document, lineEnd } = await readBrief(letter);
      const text = textOf(
        letter,
        newReply(document.brief, { letterPath: pathFrom(target.out ?? letter, letter) }),
      );
      await put(text.replaceAll('\n', lineEnd), target, [letter]);
    });
  begin('report', {
    nl: 'begin het verslag dat voorblad, brief en antwoordbrief bundelt',
    en: 'begin the report that binds cover, letter and reply',
  })
    .argument(...theLetter())
    .argument(
      said({ nl: '[antwoordbrief]', en: '[reply]' }),
      said({
        nl: 'de antwoordbrief; noemt die zijn brief, dan kan hij ook alleen',
        en: 'the reply; a reply that names its letter can also be given alone',
      }),
    )
    .action(async (first: string, second: string | undefined, target: Target) => {
      const [letter, reply] = second === undefined ? [await letterOf(first), first] : [first, second];
      const { document, lineEnd } = await readBrief(letter);
      const answer = await readBrief(reply);
      const from = target.out ?? letter;
      const paths = { letterPath: pathFrom(from, letter), replyPath: pathFrom(from, reply) };
      const text = textOf(`${letter}, ${reply}`, newReport(document.brief, answer.document.brief, paths));
      await put(text.replaceAll('\n', lineEnd), target, [letter, reply]);
    });
  begin('letter', {
    nl: 'begin een brief met vragen, uit de vaste onderdelen',
    en: 'begin a letter with questions, out of the standard parts',
  })
    .addOption(
      new Option(
        said({ nl: '--language <taal>', en: '--language <language>' }),
        said({ nl: 'de taal van de brief', en: 'the language of the letter' }),
      )
        .choices(Object.keys(languages))
        .default('nl'),
    )
    .action(async (target: Target & { language: Language['id'] }) => {
      await put(newLetter(languages[target.language]), target, []);
    });
}

const theLetter = (): [name: string, about: string] => [
  said({ nl: '<brief>', en: '<letter>' }),
  said({ nl: 'de brief, een bestand *.brief.md', en: 'the letter, a *.brief.md file' }),
];

/** The letter that a reply says it answers. */
async function letterOf(reply: string): Promise<string> {
  const { language, frontMatter } = (await readBrief(reply)).document.brief;
  const path = frontMatter.values.letter;
  const letter = path === undefined ? null : resolvePath(reply, path);
  if (letter !== null) return relative('', letter);
  const key = language.keys.letter;
  throw new UsageError({
    nl: `${reply}: dit stuk noemt geen brief. Zet bovenaan ‘${key}:’ met de naam van het bestand van de brief.`,
    en: `${reply}: this document names no letter. Put ‘${key}:’ with the name of the letter's file at its top.`,
  });
}

function textOf(input: string, made: NewDocument): string {
  if (!made.ok) throw new UsageError(`${input}: ${said(made.reason)}`);
  return made.text;
}

/** How a new file names another; without a file to write, as seen from the letter's own folder. */
function pathFrom(from: string, to: string): string {
  const path = relative(dirname(resolve(from)), resolve(to));
  // On another drive there is no relative path.
  return isAbsolute(path) ? pathToFileURL(path).href : pathOf(path.split(sep));
}

async function put(text: string, { out, force }: Target, inputs: readonly string[]): Promise<void> {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  if (inputs.some((input) => resolve(input) === resolve(out)))
    throw new UsageError({
      nl: `${out}: dit is het bestand dat gelezen wordt; er is niets geschreven`,
      en: `${out}: this is the file that is read; nothing was written`,
    });
  if (existsSync(out) && !force)
    throw new UsageError({
      nl: `${out} bestaat al; er is niets geschreven. Kies een andere naam${atTerminal(', of --force om te overschrijven')}.`,
      en: `${out} exists already; nothing was written. Choose another name${atTerminal(', or --force to overwrite')}.`,
    });
  await writeFile(out, text);
  process.stdout.write(`${out}\n`);
}
