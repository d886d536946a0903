import type { Brief } from '../../model/brief.js';
import type { Report } from '../../rules/check.js';
import type { TextEdit } from '../../text/text.js';

/**
 * Puts a comment above the block in which a finding stands, that silences it, with a reason to be filled in.
 * @returns `null` for a finding in the details above the text, where no comment can stand, and for one about a comment
 */
export function ignoreHere(
  { text, language, frontMatter }: Brief,
  { code, place }: Report,
): TextEdit[] | null {
  const isOutside = place.block === frontMatter.block || place.block.length === 0;
  if (isOutside || code === 'comment-unused') return null;
  const { from } = text.lineAt(place.block.from);
  const reason = language.id === 'nl' ? 'reden' : 'reason';
  return [{ from, to: from, insert: `<!-- kb ${language.directives.ignore} ${code}: ${reason} -->\n\n` }];
}
