import * as z from 'zod';

/** Every value is text; lists and the two fields of `from` are the only structure. */
const text = z.string().trim().min(1);
const list = z.union([z.array(text), text.transform((one) => [one])]).pipe(z.array(text));
const date = text.describe('date');
export const personSchema = z.strictObject({
  name: text.optional().describe('Name'),
  office: text.optional().describe('Office'),
});

/**
 * The front matter of a document: the only source for validation, completion, hover and the published JSON schema. Keys
 * and fixed values are given in English here; each language table has its own names for them.
 */
export const frontMatterSchema = z.object({
  kind: z.enum(['letter', 'reply', 'deferral', 'report']).optional().describe('What this document is'),
  status: z
    .enum(['draft', 'final'])
    .optional()
    .describe('Draft or final; in a final document a missing answer is an error'),
  chamber: z
    .enum(['upper', 'lower', 'other'])
    .optional()
    .describe('Chamber; the form of citations depends on it'),
  language: z.enum(['nl', 'en', 'de']).optional().describe('Language of the text and of the findings'),
  subject: text.optional().describe('What it is about'),
  committee: text.optional().describe('The committee that asks'),
  questioners: list.optional().describe('Groups or members who ask'),
  from: z
    .union([personSchema, text.transform((name) => ({ name, office: undefined }))])
    .optional()
    .describe('Who signs: name and office'),
  onBehalfOf: list.optional().describe('On behalf of whom it is also sent'),
  to: text.optional().describe('To whom it is addressed'),
  place: text.optional().describe('Place of signing'),
  date: date.optional().describe('Date of this document'),
  reference: text.optional().describe('Own reference mark'),
  theirReference: text.optional().describe("The other side's reference mark"),
  questionsDated: date.optional().describe('Date of the questions, as the reply states it'),
  dossier: text.optional().describe('Number of the parliamentary dossier'),
  term: text.optional().describe('Response term: "4 weken" or a date'),
  numbering: z
    .enum(['none', 'continuous', 'per-group', 'given'])
    .optional()
    .describe('How questions are numbered'),
  arrangement: z.enum(['group', 'theme']).optional().describe('Arranged by group or by theme'),
  letter: text.optional().describe('File of the letter that this reply answers'),
  reply: text.optional().describe('File of the reply'),
  closingNotes: z.enum(['own', 'questioners']).optional().describe('Whose notes stand after the last answer'),
});

export type FrontMatterValues = z.infer<typeof frontMatterSchema>;
export type FrontMatterKey = keyof FrontMatterValues | 'name' | 'office';
export type Kind = NonNullable<FrontMatterValues['kind']>;
export type Status = NonNullable<FrontMatterValues['status']>;
export type Chamber = NonNullable<FrontMatterValues['chamber']>;
export type Numbering = NonNullable<FrontMatterValues['numbering']>;
export type Arrangement = NonNullable<FrontMatterValues['arrangement']>;
export type ClosingNotes = NonNullable<FrontMatterValues['closingNotes']>;

export const frontMatterKeys = Object.keys(frontMatterSchema.shape) as (keyof FrontMatterValues)[];
export const dateKeys: readonly FrontMatterKey[] = ['date', 'questionsDated'];
