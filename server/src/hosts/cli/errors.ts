/** Something that the user can mend: wrong usage, or a file that cannot be read or written. */
export class UsageError extends Error {}

/** What went wrong with a file, in plain words. */
export function fileError(path: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reasons: Record<string, string> = {
    ENOENT: 'it does not exist',
    EACCES: 'you have no permission',
    EPERM: 'you have no permission',
    EISDIR: 'it is a folder',
    ENOTDIR: 'part of its path is not a folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    EEXIST: 'it exists already',
  };
  return new UsageError(
    `${path}: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}`,
  );
}
