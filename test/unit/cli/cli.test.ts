import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Folder } from './program.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
const run = (...words: string[]) => folder.run(...words);
const write = (name: string, content: string | Buffer) => folder.write(name, content);
const read = (name: string) => folder.read(name);
const pathOf = (...names: string[]) => join(folder.path, ...names);

const open = '---\nsoort: antwoord\nstatus: definitief\n---\n\n1. Klopt dit?\n';
const done = '1. Klopt dit?\n\nAntwoord: Ja.\n';

describe('check', () => {
  test('exits 1 when an error stands, and 0 otherwise', () => {
    expect(run('check', write('a.brief.md', open)).status).toBe(1);
    expect(run('check', write('b.brief.md', done)).status).toBe(0);
    expect(run('check', write('c.brief.md', open.replace('definitief', 'concept'))).status).toBe(0);
  });

  test('the sum is in the language of what it sums up', () => {
    const folder = new Folder();
    folder.write('a.brief.md', '---\nsoort: antwoord\n---\n\n1. Klopt dit?\n');
    expect(folder.run('check', '.').stdout).toMatch(/^1 bestand: \d+ fout/m);
    folder.write('b.brief.md', '---\nkind: reply\nlanguage: en\n---\n\n1. Is this right?\n');
    expect(folder.run('check', '.').stdout).toMatch(/^2 files: \d+ error/m);
  });

  test('as JSON, with the path as given and positions of the protocol', () => {
    const [finding, ...rest] = JSON.parse(run('check', '--format', 'json', write('a.brief.md', open)).stdout);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      file: 'a.brief.md',
      code: 'answer-missing',
      severity: 'error',
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 2 } },
    });
  });

  test('as SARIF and for GitHub', () => {
    const sarif = JSON.parse(run('check', '--format', 'sarif', write('a.brief.md', open)).stdout);
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: 'answer-missing',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a.brief.md' },
            region: { startLine: 6, startColumn: 1 },
          },
        },
      ],
    });
    expect(run('check', '--format', 'github', 'a.brief.md').stdout).toMatch(
      /^::error file=a\.brief\.md,line=6,endLine=6,col=1,title=answer-missing::/,
    );
  });

  test('as SARIF, a name with characters that addresses escape', () => {
    const { stdout } = run('check', '--format', 'sarif', write('a #1? 100%.brief.md', open));
    const [{ locations }] = JSON.parse(stdout).runs[0].results;
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('a%20%231%3F%20100%25.brief.md');
  });

  test('a folder with many files is shared out over all cores, and told in its order', () => {
    const names = Array.from({ length: 150 }, (_, i) => `stuk-${String(i).padStart(3, '0')}.brief.md`);
    names.forEach((name, i) => write(name, i % 3 === 0 ? open : done));
    const { status, stdout } = run('check', '--format', 'json', '.');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).map(({ file }: { file: string }) => file)).toEqual(
      names.filter((_, i) => i % 3 === 0),
    );
    write('stuk-077.brief.md', Buffer.from([0, 1, 2, 3]));
    const refused = run('check', '.');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('stuk-077.brief.md: this is not a text file');
  });

  test('a place in the letter is told with the path of the letter', () => {
    write('brief.brief.md', '---\nsoort: brief\n---\n\nKan de minister dit in een lange zin toelichten?\n');
    write(
      'antwoord.brief.md',
      '---\nsoort: antwoord\nbrief: brief.brief.md\n---\n\n1. Kan de minister dit in een korte zin toelichten?\n\nAntwoord: Ja.\n',
    );
    const findings = JSON.parse(run('check', '--format', 'json', 'antwoord.brief.md').stdout);
    expect(findings).toMatchObject([
      { code: 'quote-deviates', related: [{ file: 'brief.brief.md', range: { start: { line: 4 } } }] },
    ]);
  });

  test('a folder means its *.brief.md, hidden and dependency folders aside, and no loops', () => {
    for (const name of ['deel', '.verborgen', 'node_modules']) {
      mkdirSync(pathOf(name));
      write(`${name}/a.brief.md`, open);
    }
    write('notitie.md', open);
    symlinkSync(folder.path, pathOf('deel', 'lus'));
    const files = JSON.parse(run('check', '--format', 'json', '.').stdout).map(
      ({ file }: { file: string }) => file,
    );
    expect(files).toEqual([join('deel', 'a.brief.md')]);
  });

  test.each([
    ['a file that is not there', 'weg.brief.md'],
    ['a folder without letters', '.'],
  ])('%s: exit 2 and a message', (_name, path) => {
    const { status, stderr } = run('check', path);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kamerbrief: /);
  });

  test('a picture is no letter', () => {
    expect(
      run('check', write('a.brief.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))),
    ).toMatchObject({ status: 2 });
  });

  test.each([
    [['check'], "missing required argument 'path'", 'achter deze opdracht ontbreekt: pad'],
    [
      ['check', '--format', 'xml', '.'],
      "option '--format <form>' argument 'xml' is invalid. Allowed choices are pretty, json, sarif, github.",
      '‘xml’ kan niet bij ‘--format <vorm>’. Kies uit: pretty, json, sarif, github.',
    ],
    [['onzin'], "unknown command 'onzin'", '‘onzin’ is geen opdracht.'],
    [
      ['imprt'],
      "unknown command 'imprt'\n(Did you mean import?)",
      '‘imprt’ is geen opdracht. Bedoelde u import?',
    ],
    [
      ['check', '--from', '.'],
      "unknown option '--from'\n(Did you mean --format?)",
      '‘--from’ is geen optie. Bedoelde u --format?',
    ],
    [['import', 'a.docx'], "required option '--out <folder>' not specified", '‘--out <map>’ ontbreekt'],
    [
      ['import', 'a.docx', '--out'],
      "option '--out <folder>' argument missing",
      'achter ‘--out <map>’ ontbreekt iets',
    ],
    [
      ['format', 'a', 'b'],
      "too many arguments for 'format'. Expected 1 argument but got 2.",
      'er staat te veel achter deze opdracht',
    ],
  ])('wrong usage, said in the language of the reader: %j', (words, en, nl) => {
    expect(run(...words)).toMatchObject({ status: 2, stderr: `kamerbrief: ${en}\n` });
    const dutch = new Folder({ LC_ALL: 'nl_NL.UTF-8' });
    if (process.platform !== 'win32') expect(dutch.run(...words).stderr).toBe(`kamerbrief: ${nl}\n`);
  });

  test.skipIf(process.platform === 'win32')('help, of which no line is the same in both languages', () => {
    const dutch = new Folder({ LC_ALL: 'nl_NL.UTF-8' });
    const commands = ['check', 'questions', 'import', 'new', 'export', 'format', 'renumber', 'lsp', 'help'];
    const all = [
      [],
      ...commands.map((name) => [name]),
      ['new', 'reply'],
      ['new', 'report'],
      ['new', 'letter'],
    ];
    for (const words of all) {
      const linesOf = ({ status, stdout }: ReturnType<typeof run>) => {
        expect(status).toBe(0);
        return stdout
          .split('\n')
          .filter((line) => /\p{L}/u.test(line) && !/^ {2}kamerbrief .*[\w.]$/.test(line));
      };
      const said = new Set(linesOf(run(...words, '--help')));
      expect(said.size).toBeGreaterThan(2);
      expect(linesOf(dutch.run(...words, '--help')).filter((line) => said.has(line))).toEqual([]);
    }
  });

  test('other encodings and line ends', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(done, 'utf16le')]);
    expect(run('questions', '--format', 'json', write('a.brief.md', utf16)).stdout).toContain('"answered"');
    expect(
      run(
        'questions',
        '--format',
        'json',
        write('b.brief.md', Buffer.from(done.replace('dit', 'één'), 'latin1')),
      ).stdout,
    ).toContain('Klopt één?');
  });
});

test('questions, with their state', () => {
  write(
    'a.brief.md',
    `## Vragen van de leden van de fractie van D66\n\n${done}\n2. En dat? Zo vragen deze leden.\n\na. Waarom?\n`,
  );
  const rows = JSON.parse(run('questions', '--format', 'json', 'a.brief.md').stdout);
  expect(rows[0]).toMatchObject({
    file: 'a.brief.md',
    group: 'D66',
    number: 1,
    sentences: ['Klopt dit?'],
    status: 'answered',
    text: 'Klopt dit?',
    answer: 'Ja.',
    answeredBy: { start: { line: 4, character: 0 } },
  });
  expect(rows[1]).toMatchObject({
    number: 2,
    status: 'missing',
    answeredBy: null,
    answer: null,
    subQuestions: [{ letter: 'a', text: 'Waarom?' }],
    indirect: ['Zo vragen deze leden.'],
  });
  expect(run('questions', 'a.brief.md').stdout).toMatch(/1 {2}answered .*Klopt dit\?/);
  expect(run('questions', '--format', 'csv', 'a.brief.md').stdout.split('\r\n').length).toBe(4);
});

describe('format', () => {
  test('keeps the line ends of the file', () => {
    write('a.brief.md', '1. Klopt dit?\r\nAntwoord: Ja.\r\n');
    expect(run('format', 'a.brief.md').status).toBe(0);
    expect(read('a.brief.md')).toBe('1. Klopt dit?\r\n\r\nAntwoord: Ja.\r\n');
  });
});

describe('renumber', () => {
  const uneven = '2. Klopt dit?\r\n\r\nAntwoord: Zie vraag 5.\r\n\r\n5. En dit?\r\n\r\nAntwoord: Ja.\r\n';

  test('rewrites the file, with its line ends', () => {
    write('a.brief.md', uneven);
    expect(run('renumber', 'a.brief.md')).toEqual({
      status: 0,
      stdout: 'a.brief.md: renumbered\n',
      stderr: '',
    });
    expect(read('a.brief.md')).toBe(
      '1. Klopt dit?\r\n\r\nAntwoord: Zie vraag 2.\r\n\r\n2. En dit?\r\n\r\nAntwoord: Ja.\r\n',
    );
    expect(run('renumber', 'a.brief.md').stdout).toBe('a.brief.md: in order already\n');
  });

  test('refuses where the numbers are given, and changes nothing', () => {
    const given = `---\nnummering: gegeven\n---\n\n${uneven}`;
    write('a.brief.md', given);
    const { status, stderr } = run('renumber', 'a.brief.md');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kamerbrief: a\.brief\.md: The numbers of the questions are given/);
    expect(read('a.brief.md')).toBe(given);
  });

  test('says which references to look at', () => {
    write(
      'a.brief.md',
      '1. Wie?\n\nAntwoord: Wij.\n\n1. Wat?\n\nAntwoord: Dat.\n\n2. En?\n\nAntwoord: Zie vraag 1.\n',
    );
    expect(run('renumber', 'a.brief.md')).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^a\.brief\.md:11: "vraag 1" could mean more than one question/),
    });
  });

  test.each([[], ['weg.brief.md'], ['.']])('wrong usage or no file: exit 2 (%s)', (...args) => {
    expect(run('renumber', ...args).status).toBe(2);
  });

  test('help with an example', () => {
    const { status, stdout } = run('renumber', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('kamerbrief renumber antwoord.brief.md');
  });
});

const published = ` BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR ZAKEN

Aan de minister van Zaken

Den Haag, 3 maart 2025

Vragen en opmerkingen van de leden van de fractie van D66

De leden van de fractie van D66 lezen dit. Klopt dat?
`;

describe('import', () => {
  test('writes what it found, and overwrites only when asked', () => {
    write('overleg.txt', published);
    expect(run('import', 'overleg.txt', '--out', 'uit')).toMatchObject({
      status: 0,
      stdout: `${join('uit', 'brief.brief.md')}\n`,
    });
    write(join('uit', 'brief.brief.md'), 'van mij');
    const again = run('import', 'overleg.txt', '--out', 'uit');
    expect(again.status).toBe(2);
    expect(read(join('uit', 'brief.brief.md'))).toBe('van mij');
    expect(run('import', 'overleg.txt', '--out', 'uit', '--force').status).toBe(0);
    expect(read(join('uit', 'brief.brief.md'))).toContain('Klopt dat?');
  });

  test.each([
    ['empty', ''],
    ['no consultation', 'Het was een mooie dag.\n\nToen ging de zon onder.\n'],
    ['binary', Buffer.from([0, 1, 2, 3, 0, 0])],
    ['larger than a letter can be', Buffer.alloc(51 * 1024 * 1024, 'a')],
    ['one of our own documents', '---\nsoort: brief\n---\n\nKlopt dit?\n'],
  ])('%s: exit 2, and nothing is written', (_name, content) => {
    write('in.txt', content);
    const { status, stderr } = run('import', 'in.txt', '--out', 'uit');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kamerbrief: in\.txt: /);
    expect(existsSync(pathOf('uit'))).toBe(false);
  });

  test('says where it was not sure', () => {
    write(
      'overleg.txt',
      `${published}Zie de brief.1 En het rapport.2 Klopt dat ook?\n\n1 Brief A.\n3 Brief C.\n`,
    );
    const { status, stderr } = run('import', 'overleg.txt', '--out', 'uit');
    expect(status).toBe(0);
    expect(stderr).toContain(
      `${join('uit', 'brief.brief.md')}:23: the text of note 2 is not in this document`,
    );
    expect(stderr).toContain(
      `${join('uit', 'brief.brief.md')}:26: the place of note 3 in the text was not found`,
    );
  });

  // Elsewhere the environment does not tell the language.
  test.skipIf(process.platform === 'win32')('in Dutch where the system speaks Dutch', () => {
    const dutch = new Folder({ LC_ALL: 'nl_NL.UTF-8' });
    dutch.write(
      'overleg.txt',
      `${published}Zie de brief.1 En het rapport.2 Klopt dat ook?\n\n1 Brief A.\n3 Brief C.\n`,
    );
    const { stderr } = dutch.run('import', 'overleg.txt', '--out', 'uit');
    expect(stderr).toContain(
      `${join('uit', 'brief.brief.md')}:23: Van noot 2 staat de tekst niet in dit stuk`,
    );
    expect(dutch.run('import', 'overleg.txt', '--out', 'uit').stderr).toContain(
      'er is niets geschreven. Kies een andere map, of --force om te overschrijven.',
    );
    expect(dutch.run('check', 'uit').stdout).toMatch(
      /^1 bestand: \d+ fout(?:en)?, \d+ waarschuwing(?:en)?, \d+ tips?$/m,
    );
    dutch.write('pm.brief.md', '---\nsoort: antwoord\n---\n\n1. Klopt dit?\n\nAntwoord: PM\n');
    expect(dutch.run('questions', 'pm.brief.md').stdout).toMatch(/1 {2}nog te schrijven .*Klopt dit\?/);
    expect(dutch.run('questions', '--format', 'csv', 'pm.brief.md').stdout).toContain('"placeholder"');
  });

  test.each([
    ['a folder as input', ['.', '--out', 'uit'], /it is a folder/],
    ['no such file', ['weg.txt', '--out', 'uit'], /it does not exist/],
    [
      'a file where the folder should be',
      ['overleg.txt', '--out', 'overleg.txt'],
      /it is a file, not a folder/,
    ],
    ['no folder given', ['overleg.txt'], /--out/],
  ])('%s: exit 2', (_name, words, message) => {
    write('overleg.txt', published);
    const { status, stderr } = run('import', ...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(readdirSync(folder.path)).toEqual(['overleg.txt']);
  });

  test('when one file cannot be written, none is', () => {
    const cover = 'De commissie heeft kennisgenomen van de monitor.\n\nZij brengt verslag uit.\n';
    write('overleg.txt', cover + published);
    mkdirSync(pathOf('uit', 'brief.brief.md'), { recursive: true });
    const { status, stderr } = run('import', 'overleg.txt', '--out', 'uit', '--force');
    expect(status).toBe(2);
    expect(stderr).toMatch(/brief\.brief\.md: it is a folder; nothing was written/);
    expect(readdirSync(pathOf('uit'))).toEqual(['brief.brief.md']);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written: exit 2, nothing half', () => {
    write('overleg.txt', published);
    mkdirSync(pathOf('vast'));
    chmodSync(pathOf('vast'), 0o555);
    expect(run('import', 'overleg.txt', '--out', 'vast').status).toBe(2);
    expect(readdirSync(pathOf('vast'))).toEqual([]);
  });
});

describe('questions --format csv', () => {
  const inDays = (days: number) => {
    const date = new Date();
    date.setDate(date.getDate() + days);
    const two = (number: number) => String(number).padStart(2, '0');
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };
  const cells = (line: string) => line.slice(1, -1).split('","');

  test('with the notes on the work, the days left and the number of words', () => {
    const due = inDays(-2);
    write(
      'a.brief.md',
      `<!-- kb werk: eigenaar=Wegen; stand=ter review; voor=${due}; opmerking=haast -->\n\n1. Hoe diep?\n\nAntwoord: Vier meter, of iets meer.\n`,
    );
    const [head, line] = run('questions', '--format', 'csv', 'a.brief.md').stdout.split('\r\n');
    expect(head).toBe(
      'file,number,group,status,sentences,text,answer,owner,state,due,daysLeft,questionWords,answerWords,remark',
    );
    expect(cells(line).slice(7)).toEqual(['Wegen', 'ter review', due, '-2', '2', '5', 'haast']);
    const [{ work }] = JSON.parse(run('questions', '--format', 'json', 'a.brief.md').stdout);
    expect(work).toEqual({ owner: 'Wegen', state: 'ter review', due, daysLeft: -2, remark: 'haast' });
  });

  test.each(['- een', '=1+1', '+31', '@naam'])('a text that begins as a formula is none: %s', (text) => {
    write('a.brief.md', `1. Hoe diep?\n\nAntwoord:\n\n${text}\n`);
    const [, line] = run('questions', '--format', 'csv', 'a.brief.md').stdout.split('\r\n');
    expect(cells(line)[6]).toBe(`'${text}`);
  });
});
