import { preview, type PreviewPage } from '../../features/preview.js';
import { contextOf } from '../../rules/context.js';
import type { OpenDocument } from './open-document.js';
import type { Workspace } from './workspace.js';

/** The answer to `kamerbrief/preview`. */
export function previewPage(workspace: Workspace, open: OpenDocument): PreviewPage {
  const { uri, version, brief } = open;
  const { files, ...page } = preview(brief, {
    part: (href, from) => workspace.part(href, from),
    comparison(reply) {
      const address = workspace.uriOf(reply);
      if (address === undefined) return null;
      const document = workspace.get(address);
      const context = document
        ? workspace.contextOf(document)
        : contextOf(reply, (path) => workspace.file(address, path));
      return context.comparison();
    },
    image: ({ href, file }) =>
      /\.(?:png|jpe?g|gif|webp)$/i.test(href) ? workspace.resource(href, file) : null,
  });
  return { ...page, uri, version, files: files.map((file) => workspace.uriOf(file) ?? uri) };
}
