import { readFile, stat } from 'node:fs/promises';
import { largestTemplate, readTemplate, type Template } from '../../documents/out/template/read.js';
import { fileError, said, UsageError } from './errors.js';

/** Reads the template of a house; an error says what is wrong with it. */
export async function readHouse(path: string): Promise<Template> {
  const bytes = await read(path).catch((error) => Promise.reject(fileError(path, error)));
  const result = readTemplate(bytes);
  if (!result.ok) throw new UsageError(`${path}: ${said(result.reason)}`);
  return result.template;
}

/** What is too large to be a template is not read: an empty file of its size says so just as well. */
async function read(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  return size > largestTemplate ? new Uint8Array(largestTemplate + 1) : readFile(path);
}
