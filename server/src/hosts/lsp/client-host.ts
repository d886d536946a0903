import type { Connection } from 'vscode-languageserver';
import type { ClientTold, Host, ReadAnswer } from './host.js';

/** Requests to a client that reads files for the server, each with `{ uri }`. Any editor may answer them. */
export const fileRequests = { read: 'kamerbrief/readFile', list: 'kamerbrief/listFolder' } as const;

/** So long an editor may take to answer, in milliseconds: a file from afar can be slow, and others wait for it. */
const mostPatience = 20_000;

/**
 * Reads through the editor: for a server in a browser, and for folders that are not on the server's machine.
 * @param patience after so many milliseconds without an answer none is expected any more
 */
export function clientHost(
  connection: Pick<Connection, 'sendRequest'>,
  patience: number = mostPatience,
): Host {
  let client: ClientTold = { readsFiles: false, pages: null };
  const ask = async <T>(request: string, uri: string, otherwise: T): Promise<T> => {
    if (!client.readsFiles) return otherwise;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(otherwise), patience)));
    const asked = connection.sendRequest<T>(request, { uri }).catch(() => otherwise);
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  };
  return {
    meet: (told) => void (client = told),
    read: (uri) => ask<ReadAnswer>(fileRequests.read, uri, 'unknown'),
    list: async (uri) => (await ask<string[]>(fileRequests.list, uri, [])).sort(),
    page: (code) => client.pages && `${client.pages}${code}.md`,
  };
}
