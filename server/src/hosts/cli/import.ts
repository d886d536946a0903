import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { importText } from '../../documents/in/text/index.js';
import { UsageError, fileError } from './errors.js';
import { readText, writeText } from './files.js';

export function importCommand(program: Command): void {
  program
    .command('import')
    .description('bring in the text of a published consultation, as letter, reply and report')
    .argument('<input>', 'a text file')
    .requiredOption('--out <folder>', 'where the files are written')
    .option('--force', 'overwrite files that exist already')
    .addHelpText('after', '\nExample:\n  kamerbrief import overleg.txt --out overleg')
    .action(async (input: string, { out, force }: { out: string; force?: boolean }) => {
      const result = importText(await readText(input));
      if (!result.ok) throw new UsageError(`${input}: ${result.reason.en}`);
      const paths = result.files.map(({ name }) => join(out, name));
      const taken = paths.filter((path) => existsSync(path));
      if (taken.length > 0 && !force)
        throw new UsageError(
          `${taken.join(', ')} exist(s) already; nothing was written. Use --force to overwrite.`,
        );
      await mkdir(out, { recursive: true }).catch((error) => Promise.reject(fileError(out, error)));
      for (const [i, { content }] of result.files.entries()) await writeText(paths[i], content);
      for (const { line, message } of result.notices)
        process.stderr.write(`${input}:${line}: ${message.en}\n`);
      process.stdout.write(`${paths.join('\n')}\n`);
    });
}
