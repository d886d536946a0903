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
import { atTerminal, said, UsageError } from './errors.js';
import { readBrief, resolvePath } from './files.js';
import { writeFile } from './write-file.js';

interface Target {
  out?: string;
  force?: boolean;
}

export function newCommand(program: Command): void {
  const command = program
    .command('new')
    .description('begin a reply, a report or a letter')
    .addHelpText(
      'after',
      `
Examples:
  kamerbrief new reply brief.brief.md --out antwoord.brief.md
  kamerbrief new report brief.brief.md antwoord.brief.md --out verslag.brief.md`,
    );
  const begin = (name: string, description: string) =>
    command
      .command(name)
      .description(description)
      .option('--out <file>', 'the file to write; without it the text goes to standard output')
      .option('--force', 'overwrite the file if it exists already');

  begin('reply', 'begin the reply to a letter: every question quoted and numbered, each answer open')
    .argument('<letter>', 'the letter, a *.brief.md file')
    .action(async (letter: string, target: Target) => {
      const { document, lineEnd } = await readBrief(letter);
      const text = textOf(
        letter,
        newReply(document.brief, { letterPath: pathFrom(target.out ?? letter, letter) }),
      );
      await put(text.replaceAll('\n', lineEnd), target, [letter]);
    });
  begin('report', 'begin the report that binds cover, letter and reply')
    .argument('<letter>', 'the letter, a *.brief.md file')
    .argument('[reply]', 'the reply; a reply that names its letter can also be given alone')
    .action(async (first: string, second: string | undefined, target: Target) => {
      const [letter, reply] = second === undefined ? [await letterOf(first), first] : [first, second];
      const { document, lineEnd } = await readBrief(letter);
      const answer = await readBrief(reply);
      const from = target.out ?? letter;
      const paths = { letterPath: pathFrom(from, letter), replyPath: pathFrom(from, reply) };
      const text = textOf(`${letter}, ${reply}`, newReport(document.brief, answer.document.brief, paths));
      await put(text.replaceAll('\n', lineEnd), target, [letter, reply]);
    });
  begin('letter', 'begin a letter with questions, out of the standard parts')
    .addOption(
      new Option('--language <language>', 'the language of the letter')
        .choices(Object.keys(languages))
        .default('nl'),
    )
    .action(async (target: Target & { language: Language['id'] }) => {
      await put(newLetter(languages[target.language]), target, []);
    });
}

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
  return isAbsolute(path) ? pathToFileURL(path).href : path.split(sep).join('/').replaceAll('%', '%25');
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
