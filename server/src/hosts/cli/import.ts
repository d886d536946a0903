import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Command } from 'commander';
import type { ImportedFile, ImportResult } from '../../documents/in/index.js';
import { UsageError, atTerminal, fileError, said } from './errors.js';
import { readBytes } from './files.js';
import { example } from './help.js';
import type { Told } from './import-worker.js';
import { withBar } from './progress.js';
import { writeFile } from './write-file.js';

/** Milliseconds, and megabytes: a letter takes a fraction, and a file that was made to take more is refused. */
const longest = 8000;
const most = 256;

export function importCommand(program: Command): void {
  program
    .command('import')
    .description(
      said({
        nl: 'haal een gepubliceerde brief, een antwoordbrief of een heel verslag binnen',
        en: 'bring in a published letter, reply or whole consultation',
      }),
    )
    .argument(
      said({ nl: '<bestand>', en: '<input>' }),
      said({
        nl: 'een Word-document (.docx), een pdf of een tekstbestand',
        en: 'a Word document (.docx), a PDF or a text file',
      }),
    )
    .requiredOption(
      said({ nl: '--out <map>', en: '--out <folder>' }),
      said({ nl: 'waar de bestanden komen te staan', en: 'where the files are written' }),
    )
    .option(
      '--force',
      said({ nl: 'overschrijf bestanden die al bestaan', en: 'overwrite files that exist already' }),
    )
    .addHelpText('after', example('kamerbrief import overleg.docx --out overleg'))
    .action(async (input: string, { out, force }: { out: string; force?: boolean }) => {
      const bytes = await readBytes(input);
      const result = await withBar(bytes.length, (progress) => importApart(bytes, progress));
      if (!result.ok) throw new UsageError(`${input}: ${said(result.reason)}`);
      const paths = result.files.map(({ name }) => join(out, name));
      const taken = paths.filter((path) => existsSync(path));
      if (taken.length > 0 && !force)
        throw new UsageError({
          nl: `${taken.join(', ')} ${taken.length === 1 ? 'bestaat' : 'bestaan'} al; er is niets geschreven. Kies een andere map${atTerminal(', of --force om te overschrijven')}.`,
          en: `${taken.join(', ')} ${taken.length === 1 ? 'exists' : 'exist'} already; nothing was written. Choose another folder${atTerminal(', or --force to overwrite')}.`,
        });
      for (const path of taken)
        if ((await stat(path)).isDirectory())
          throw new UsageError({
            nl: `${path}: dit is een map; er is niets geschreven`,
            en: `${path}: it is a folder; nothing was written`,
          });
      await writeTogether(out, result.files);
      for (const { file, line, message } of result.notices)
        process.stderr.write(`${join(out, file)}:${line}: ${said(message)}\n`);
      process.stdout.write(`${paths.join('\n')}\n`);
    });
}

/** Bytes of the whole process: what a stream unpacks to does not count as memory of the thread. */
const mostInAll = 400 * 1024 * 1024;

/** Reads in a thread of its own, which ends when it takes too long or too much. */
function importApart(bytes: Uint8Array, progress: (done: number) => void): Promise<ImportResult> {
  const worker = new Worker(new URL('./import-worker.js', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: most },
  });
  return new Promise<ImportResult>((resolve, reject) => {
    const timer = setTimeout(() => resolve(tooMuch), longest);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > mostInAll) resolve(tooMuch);
    }, 25);
    worker.on('message', (told: Told) => {
      if ('done' in told) progress(told.done);
      else resolve(told.result);
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooMuch) : reject(error),
    );
    worker.on('exit', () => {
      clearTimeout(timer);
      clearInterval(watch);
    });
  }).finally(() => worker.terminate());
}

const tooMuch: ImportResult = {
  ok: false,
  reason: {
    nl: 'Het bestand is te groot of te ingewikkeld om te lezen. Sla het in Word opnieuw op, of als tekst (.txt).',
    en: 'the file is too large or too complex to read; save it anew in Word, or save it as text (.txt)',
  },
};

/** Writes all files or none: under other names first, and a folder that was made for them goes again when that fails. */
async function writeTogether(folder: string, files: readonly ImportedFile[]): Promise<void> {
  const made = await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) =>
    Promise.reject(
      error.code === 'EEXIST'
        ? new UsageError({
            nl: `${folder}: dit is een bestand, geen map`,
            en: `${folder}: it is a file, not a folder`,
          })
        : fileError(folder, error),
    ),
  );
  const paths = files.map(({ name }) => ({
    written: join(folder, `.${name}.${process.pid}`),
    wanted: join(folder, name),
  }));
  try {
    for (const [i, { content }] of files.entries()) await writeFile(paths[i].written, content);
    for (const { written, wanted } of paths)
      await rename(written, wanted).catch((error) => Promise.reject(fileError(wanted, error)));
  } catch (error) {
    for (const { written } of paths) await rm(written, { force: true });
    if (made) await rm(made, { recursive: true, force: true });
    throw error;
  }
}
