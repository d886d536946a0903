import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { importText, type ImportedFile } from '../../documents/in/text/index.js';
import { UsageError, fileError } from './errors.js';
import { readText, writeFile } from './files.js';
import { withBar } from './progress.js';

export function importCommand(program: Command): void {
  program
    .command('import')
    .description('bring in the text of a published consultation, as letter, reply and report')
    .argument('<input>', 'a text file')
    .requiredOption('--out <folder>', 'where the files are written')
    .option('--force', 'overwrite files that exist already')
    .addHelpText('after', '\nExample:\n  kamerbrief import overleg.txt --out overleg')
    .action(async (input: string, { out, force }: { out: string; force?: boolean }) => {
      const source = await readText(input);
      const result = withBar(source.length, (progress) => importText(source, progress));
      if (!result.ok) throw new UsageError(`${input}: ${result.reason.en}`);
      const paths = result.files.map(({ name }) => join(out, name));
      const taken = paths.filter((path) => existsSync(path));
      if (taken.length > 0 && !force)
        throw new UsageError(
          `${taken.join(', ')} exist(s) already; nothing was written. Use --force to overwrite.`,
        );
      for (const path of taken)
        if ((await stat(path)).isDirectory())
          throw new UsageError(`${path}: it is a folder; nothing was written`);
      await writeTogether(out, result.files);
      for (const { line, message } of result.notices)
        process.stderr.write(`${input}:${line}: ${message.en}\n`);
      process.stdout.write(`${paths.join('\n')}\n`);
    });
}

/** Writes all files or none: under other names first, and a folder that was made for them goes again when that fails. */
async function writeTogether(folder: string, files: readonly ImportedFile[]): Promise<void> {
  const made = await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) =>
    Promise.reject(
      error.code === 'EEXIST'
        ? new UsageError(`${folder}: it is a file, not a folder`)
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
