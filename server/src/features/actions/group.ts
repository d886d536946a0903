import { insertGroup } from '../../edits/questions/insert-group.js';
import { deleteGroup, moveGroup } from '../../edits/questions/group.js';
import type { Action, Offer } from './action.js';
import { groupAt } from './at-cursor.js';

/** The group whose heading is at the cursor moves, or goes, with all its questions and answers. */
export const groupActions: Offer = (brief, { from }) => {
  const group = groupAt(brief, from);
  if (!group) return [];
  const index = brief.groups.indexOf(group);
  const above = brief.groups[index - 1];
  const below = brief.groups[index + 1];
  const name = group.names.join(', ');
  const actions: Action[] = [];
  if (above)
    actions.push({
      id: 'group-up',
      kind: 'refactor.move',
      title: {
        nl: `Zet ${name} voor ${above.names.join(', ')}`,
        en: `Move ${name} before ${above.names.join(', ')}`,
      },
      edits: () => moveGroup(brief, group, { before: above }),
    });
  if (below)
    actions.push({
      id: 'group-down',
      kind: 'refactor.move',
      title: {
        nl: `Zet ${name} na ${below.names.join(', ')}`,
        en: `Move ${name} after ${below.names.join(', ')}`,
      },
      edits: () => moveGroup(brief, group, { after: below }),
    });
  actions.push({
    id: 'group-insert',
    kind: 'refactor.rewrite',
    title: { nl: `Nieuwe fractie na ${name}`, en: `New group after ${name}` },
    // Left-over template text is reported until it is filled in.
    edits: () => insertGroup(brief, group, brief.language.groups.unnamed),
  });
  actions.push({
    id: 'group-delete',
    kind: 'refactor.rewrite',
    title: {
      nl: `Verwijder de vragen van ${name} met de antwoorden`,
      en: `Delete the questions of ${name} with the answers`,
    },
    edits: () => deleteGroup(brief, group),
  });
  return actions;
};
