import type { Connection } from 'vscode-languageserver';
import type { ClientTold, Host, ReadAnswer } from './host.js';

/** Requests to a client that reads files for the server, each with `{ uri }`. Any editor may answer them. */
export const fileRequests = { read: 'kamerbrief/readFile', list: 'kamerbrief/listFolder' } as const;

/** Reads through the editor: for a server in a browser, and for folders that are not on the server's machine. */
export function clientHost(connection: Connection): Host {
  let client: ClientTold = { readsFiles: false, pages: null };
  return {
    meet: (told) => void (client = told),
    async read(uri) {
      if (!client.readsFiles) return 'unknown';
      const asked = connection.sendRequest<ReadAnswer>(fileRequests.read, { uri });
      return asked.catch(() => 'unknown' as const);
    },
    async list(uri) {
      if (!client.readsFiles) return [];
      const asked = connection.sendRequest<string[]>(fileRequests.list, { uri });
      return asked.then(
        (names) => names.sort(),
        () => [],
      );
    },
    page: (code) => client.pages && `${client.pages}${code}.md`,
  };
}
