import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../server/src/documents/in/index.js';
import { importText } from '../../server/src/documents/in/text/index.js';
import { printed } from '../../server/src/documents/out/build.js';
import type { TextInline } from '../../server/src/documents/out/document.js';
import { toDocx } from '../../server/src/documents/out/docx.js';
import { toText } from '../../server/src/documents/out/text.js';
import { parseBrief } from '../../server/src/model/document.js';
import { statusOf } from '../../server/src/model/brief.js';
import { runsOf } from './runs.js';

const runs = runsOf(100);

/** What a document says: its printed text, with bold, italics and links, and what the model makes of it. */
function saidBy(source: string) {
  const brief = parseBrief(source);
  const document = printed(brief);
  const around = new Set(['note', 'file', 'block', 'question', 'answer', 'language']);
  const json = JSON.stringify(document.pieces, (key, value: unknown) =>
    around.has(key) ? undefined : value,
  );
  return {
    text: toText(document).split('\n'),
    styles: styledWords(json),
    tables: json.match(/"align":\[[^\]]*\]/g),
    kind: brief.kind,
    groups: brief.groups.map(({ names }) => names),
    questions: brief.questions.map((question) => [
      question.numbers,
      question.subQuestions.map(({ letter }) => letter),
      statusOf(question),
    ]),
    answers: brief.answers.map(({ numbers, status }) => [numbers, status]),
  };
}

/** Every word that is bold, in italics, code or a link. Blanks have no style that can be seen. */
function styledWords(json: string): string[] {
  return (json.match(/\{"kind":"text"[^}]*\}/g) ?? []).flatMap((source) => {
    const { text, strong, emphasis, code, href } = JSON.parse(source) as TextInline;
    const style = [strong && 'bold', emphasis && 'italics', code && 'code', href].filter(Boolean).join(' ');
    return style
      ? text
          .split(/\s+/)
          .filter(Boolean)
          .map((word) => `${word}: ${style}`)
      : [];
  });
}

async function backFromWord(source: string): Promise<{ content: string; name: string }> {
  const result = await importDocument(await toDocx(printed(parseBrief(source))));
  if (!result.ok) throw new Error(result.reason.en);
  expect(result.files).toHaveLength(1);
  return result.files[0];
}

const example = 'examples';
const examples = readdirSync(example, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.brief.md') && !path.includes('verslag'),
);

describe('a document that goes to Word and back is the same', () => {
  test.each(examples)('%s', async (path) => {
    const source = readFileSync(join(example, path), 'utf8');
    const { content } = await backFromWord(source);
    expect(saidBy(content), content).toEqual(saidBy(source));
  });

  const seed = '../shared/seed/staat-van-migratie-2024.txt';
  test.skipIf(!existsSync(seed))('the parts of the published consultation', async () => {
    const imported = importText(readFileSync(seed, 'utf8'));
    if (!imported.ok) throw new Error(imported.reason.en);
    for (const { name, content } of imported.files.filter((file) => file.name !== 'verslag.brief.md')) {
      const back = await backFromWord(content);
      expect(back.name).toBe(name);
      expect(saidBy(back.content)).toEqual(saidBy(content));
    }
  });

  test('whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(reply, async (source) => {
        const { content } = await backFromWord(source);
        expect(saidBy(content), `${source}\n======\n${content}`).toEqual(saidBy(source));
      }),
      runs,
    );
  }, 120_000);
});

const words = fc
  .array(
    fc.constantFrom(
      'warmte',
      'dorp',
      '**vette letters**',
      '*schuin*',
      '***beide***',
      '[een adres](https://x.nl/a?b=c)',
      'https://x.nl/_a',
      'R\\&D',
      '1 \\* 2',
      'nr. 12',
      '`code`',
      'half**vet**',
      '[sic]',
      'a_b',
      '§ 3',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(' '));
const noted = fc
  .tuple(words, fc.constantFrom('', '', '[^een]', '[^twee]', '[^een][^twee]'))
  .map(([text, mark]) => `Warmte ${text} gaat${mark}`);
const sentence = noted.map((text) => `${text}.`);
const list = fc
  .tuple(
    fc.constantFrom('-', '1)'),
    fc.array(fc.tuple(noted, fc.option(noted, { nil: null })), { minLength: 1, maxLength: 3 }),
  )
  .map(([sign, items]) =>
    items
      .map(([item, inner], i) => {
        const marker = sign === '-' ? '-' : `${i + 1})`;
        return `${marker} ${item};${inner ? `\n${' '.repeat(marker.length + 1)}- ${inner}` : ''}`;
      })
      .join('\n'),
  );
const table = fc
  .tuple(noted, noted)
  .map(([a, b]) => `| Naam | Aantal |\n| --- | --: |\n| ${a} | 12 |\n| ${b} | 3 |`);
const block = fc.oneof(
  { weight: 3, arbitrary: sentence },
  list,
  table,
  sentence.map((text) => `> ${text}`),
  fc.tuple(sentence, sentence).map(([a, b]) => `${a}\\\n${b}`),
);
const pair = fc.record({
  form: fc.constantFrom('number', 'spelled', 'heading'),
  question: noted,
  points: fc.constantFrom('', '\n\na. Klopt het?\n\nb. En waarom?'),
  marker: fc.constantFrom('Antwoord:', '**Antwoord**', 'Antwoord op vraag #', '### Antwoord op vraag #'),
  answer: fc.array(block, { minLength: 1, maxLength: 3 }),
});
const reply = fc
  .array(fc.record({ group: fc.option(fc.constantFrom('D66', 'PVV', 'SGP'), { nil: null }), pair }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((sets) => {
    const body = sets.map(({ group, pair: { form, question, points, marker, answer } }, i) => {
      const number = String(i + 1);
      const heading = group ? `## Vragen en opmerkingen van de leden van de fractie van ${group}\n\n` : '';
      const opener =
        form === 'number'
          ? `${number}. `
          : form === 'spelled'
            ? `Vraag ${number}\n\n`
            : `### Vraag ${number}\n\n`;
      const mark = marker.replace(' #', ` ${number}`);
      return `${heading}${opener}Klopt het dat ${question}?${points}\n\n${mark}${mark.endsWith(':') ? ' ' : '\n\n'}Ja.\n\n${answer.join('\n\n')}`;
    });
    return `---\nsoort: antwoord\n---\n\nGeachte voorzitter,\n\n${body.join('\n\n')}\n\n[^een]: Zie *het* rapport.\n\n    En nog een alinea.\n[^twee]: Noot twee.\n`;
  });
