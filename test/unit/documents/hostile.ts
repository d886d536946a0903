import * as fc from 'fast-check';

/** What might break out of the form that a document is exported to, in pieces. */
const pieces = [
  ...[
    '#',
    '$',
    '\\',
    '"',
    "'",
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '<',
    '>',
    '&',
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '@',
  ],
  ...[
    '/*',
    '*/',
    '//',
    '\n',
    '\n\n',
    '\n1. ',
    '\n- ',
    '\n  - ',
    '\n1) ',
    '\n> ',
    '> > ',
    '\n# ',
    '    ',
    '  \n',
  ],
  ...[
    '| ',
    '\n|-|-|\n',
    '\n| a | b |\n|--|--:|\n',
    '\nAntwoord: ',
    '\na. ',
    '\nVraag 1\n',
    '* * *\n',
    'woord',
    ' ',
  ],
  ...['[^1]', '\n[^1]: ', '[^2]', '\n[^2]: ', '^[noot ', '#let x = ', '\\u{41}', '&nbsp;', 'x'.repeat(500)],
  ...['![x](y.png)', '[x](https://a.nl/"#)', '[](https://a.nl)', '<a@b.nl>', '<!-- ', '[woord]'],
  ...['\u0000', '\u2028', '\ud800', '\u202e', '\u200d', '\u0301', '\u05d0\u05d1', '中', '😀'],
];

export const hostile: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 50 })
  .map((chosen) => chosen.join(''));
