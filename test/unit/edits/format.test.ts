import { describe, expect, test } from 'vitest';
import { formatEdits } from '../../../server/src/edits/format.js';
import { after, codesIn } from './after.js';

const front = '---\nsoort: antwoord\n---\n\n';

describe('front matter that is left open', () => {
  test.each([
    ['soort: antwoord\n\n\n\n1. Klopt?\nAntwoord: Ja.\n', 'soort: antwoord\n\n1. Klopt?\n\nAntwoord: Ja.\n'],
    ['soort: antwoord  \n\n\nTekst.\n', 'soort: antwoord\n\nTekst.\n'],
    ['leden:\n- Jansen\n- Smit\n', 'leden:\n- Jansen\n- Smit\n'],
  ])('stays as it is, and is still found: %j', (open, wanted) => {
    const formatted = after(`---\n${open}`, formatEdits);
    expect(formatted).toBe(`---\n${wanted}`);
    expect(codesIn(formatted)).toContain('front-matter-invalid');
  });
});

describe('what stays to the letter', () => {
  test.each([
    ['code in an item', 'Antwoord: Ja:\n\n- een\n\n  ```\n  a   \n\n\n  b\t\n  ```\n'],
    ['code in a quote', '> ```\n> a   \n> b\n> ```\n'],
    ['a comment in an item', '- een\n\n  <!-- a   \n  b -->\n'],
    ['a line with only a no-break space', 'Een zin.\n\u00a0\nNog een.\n'],
    ['a no-break space at the end of a line', 'Een zin\u00a0\nloopt door.\n'],
  ])('%s', (_name, text) => {
    expect(after(front + text, formatEdits)).toBe(front + text);
  });

  test('blanks beside code do not', () => {
    expect(after(`${front}- een \n\n  \`\`\`\n  a   \n  \`\`\`\n\n  twee\t\n`, formatEdits)).toBe(
      `${front}- een\n\n  \`\`\`\n  a   \n  \`\`\`\n\n  twee\n`,
    );
  });
});
