import { describe, expect, test } from 'vitest';
import { drawing, drawn } from './drawings.js';
import { readManifest } from './manifest.js';

const { commands, viewsWelcome = [], walkthroughs } = readManifest().contributes;
const [dutch, english] = walkthroughs;
const titles = new Map(commands.map(({ command, title }) => [command, title]));

/** `[words](command:id)`, in the order of the text. */
const links = (text: string) =>
  [...text.matchAll(/\[([^[\]]+)\]\(command:([\w.]+)\)/g)].map(([, words, command]) => ({ words, command }));

test('there is one in Dutch and one in English, and the setting says which', () => {
  expect(walkthroughs.map(({ id }) => id)).toEqual(['word', 'word.en']);
  expect(dutch.when).toBe('!kamerbrief.english && config.kamerbrief.language != en');
  expect(english.when).toBe('kamerbrief.english || config.kamerbrief.language == en');
});

test('the view without a letter leads to it, by the name that the command has', () => {
  const offered = viewsWelcome.flatMap(({ contents }) => links(contents));
  const ours = offered.filter(({ command }) => command.startsWith('kamerbrief.'));
  expect(ours.map(({ command }) => command)).toEqual([
    'kamerbrief.showWalkthrough',
    'kamerbrief.showWalkthrough.en',
  ]);
  for (const { words, command } of ours) expect(words).toBe(titles.get(command));
});

test('both have the same steps, each in its own words', () => {
  expect(dutch.steps).toHaveLength(6);
  expect(english.steps.map(({ id }) => id)).toEqual(dutch.steps.map(({ id }) => id));
  for (const [i, { title, description, media }] of dutch.steps.entries()) {
    const other = english.steps[i];
    expect(other.title).not.toBe(title);
    expect(other.description).not.toBe(description);
    expect(other.media.altText).not.toBe(media.altText);
    expect(links(other.description).map(({ command }) => command.replace(/\.en$/, ''))).toEqual(
      links(description).map(({ command }) => command),
    );
    expect(other.completionEvents).toEqual(dutch.steps[i].completionEvents);
  }
});

describe.each(walkthroughs)('$title', ({ id, steps }) => {
  const own = id.endsWith('.en') ? /\.en$/ : /^(?!.*\.en$)/;

  test.each(steps)('$title: its buttons have the names that the commands have', ({ description }) => {
    const ours = links(description).filter(({ command }) => command.startsWith('kamerbrief.'));
    for (const { words, command } of ours) {
      expect(command).toMatch(own);
      expect(words).toBe(titles.get(command));
    }
  });

  test.each(steps)(
    '$title: is done when one of its buttons was used',
    ({ description, completionEvents }) => {
      const done = completionEvents.map((event) => event.replace(/^onCommand:/, ''));
      if (!completionEvents[0].startsWith('onContext:'))
        for (const { command } of links(description).slice(0, 1)) expect(done).toContain(command);
    },
  );

  test.each(steps)('$title: code stands between two marks, as VS Code asks here', ({ description }) => {
    expect(description.replace(/``[^`]+``/g, '')).not.toContain('`');
  });

  test.each(steps)('$title: its picture is told in words', ({ media }) => {
    expect(media.altText).toMatch(/^\p{Lu}.{30,200}\.$/u);
  });
});

test('there is a drawing for each step', () => {
  expect(drawn).toBe(dutch.steps.length);
});

describe.each(['nl', 'en'] as const)('the drawings in %s (vitest -u writes them)', (language) => {
  test.each(Array.from({ length: drawn }, (_, i) => i + 1))('%i', async (step) => {
    const file = `client/walkthrough/${language}-${step}.svg`;
    expect(
      walkthroughs.find(({ id }) => id.endsWith('.en') === (language === 'en'))!.steps[step - 1].media.svg,
    ).toBe(`./${file}`);
    await expect(drawing(step, language)).toMatchFileSnapshot(`../../../${file}`);
  });
});
