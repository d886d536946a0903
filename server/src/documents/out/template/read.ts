import type { Words } from '../../../languages/messages.js';
import { OfficePackage } from '../../office/package.js';
import { childrenOf, R, W, type Document } from '../../office/xml.js';
import { pageSetupOf, type PageSetup } from './page.js';
import { takePart, type TemplatePart } from './parts.js';

/** The looks of a house, out of a Word document or template of its own. */
export interface Template {
  styles: Document | null;
  numbering: { part: TemplatePart; xml: Document } | null;
  settings: Document | null;
  theme: TemplatePart | null;
  fonts: TemplatePart | null;
  page: (PageSetup & { parts: Map<string, TemplatePart> }) | null;
  /** Any file that one of these refers to. */
  file(path: string): Uint8Array;
}

export type TemplateResult = { ok: true; template: Template } | { ok: false; reason: Words };

/** Larger templates are refused, in bytes. */
export const largestTemplate = 30_000_000;

/** Reads a template (`.docx`, `.dotx`; of `.docm` and `.dotm` the macros stay behind). Its own text is not looked at. */
export function readTemplate(bytes: Uint8Array): TemplateResult {
  if (bytes.length > largestTemplate) return tooLarge;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return oldOrLocked;
  try {
    return read(new OfficePackage(bytes));
  } catch {
    return damaged;
  }
}

const pictures = new Set(['image']);

function read(found: OfficePackage): TemplateResult {
  const start = found.relationships('').find(({ type }) => type === 'officeDocument')?.path;
  const body = start ? found.xml(start) : null;
  if (!start || !body || body.documentElement?.localName !== 'document') return noWord;
  if (body.documentElement.namespaceURI !== W) return strict;
  const links = found.relationships(start);
  const take = (type: string, kept: ReadonlySet<string>) => {
    const path = links.find((link) => link.type === type)?.path;
    return path ? takePart(found, path, kept) : null;
  };
  const numbering = take('numbering', pictures);
  const template: Template = {
    styles: take('styles', new Set())?.xml ?? null,
    numbering: numbering && { part: numbering, xml: numbering.xml },
    settings: take('settings', new Set())?.xml ?? null,
    theme: take('theme', pictures),
    fonts: take('fontTable', new Set(['font'])),
    page: null,
    file: (path) => found.bytes(path)!,
  };
  const page = pageSetupOf(body, (element) => element.getAttributeNS(R, 'id') ?? '');
  if (page) {
    const parts = new Map<string, TemplatePart>();
    const margins = page.margins.filter(({ name, link }) => {
      const target = links.find(({ id, type }) => id === link && `${type}Reference` === name)?.path;
      const part = target ? takePart(found, target, pictures) : null;
      if (part) parts.set(link, part);
      return part !== null;
    });
    template.page = { ...page, margins, parts };
  }
  const isEmpty =
    !template.page && childrenOf(template.styles?.documentElement ?? body, 'style').length === 0;
  return isEmpty ? noWord : { ok: true, template };
}

function no(nl: string, en: string): TemplateResult {
  return { ok: false, reason: { nl, en } };
}

const tooLarge = no('Het sjabloon is groter dan 30 MB.', 'the template is larger than 30 MB');
const oldOrLocked = no(
  'Het sjabloon is met een wachtwoord beveiligd, of in een oude vorm (.dot, .doc) opgeslagen. Sla het in Word op als .dotx, zonder wachtwoord.',
  'the template is protected by a password, or saved in an old form (.dot, .doc); save it in Word as .dotx, without a password',
);
const strict = no(
  'Het sjabloon is opgeslagen als ‘Strict Open XML’. Sla het in Word op als gewone .docx of .dotx.',
  'the template is saved as ‘Strict Open XML’; save it in Word as a plain .docx or .dotx',
);
const noWord = no(
  'Dit is geen Word-sjabloon (.dotx) of Word-document (.docx).',
  'this is no Word template (.dotx) or Word document (.docx)',
);
const damaged = no(
  'Het sjabloon kan niet worden gelezen: het is geen Word-bestand, of het is beschadigd.',
  'the template cannot be read: it is no Word file, or it is damaged',
);
