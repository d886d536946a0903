import {
  completion,
  type Completion,
  type Surroundings,
} from '../../../server/src/features/completion/index.js';
import type { Brief } from '../../../server/src/model/brief.js';

/** What is offered at the end of a document, or at an offset. */
export function offered(
  brief: Brief,
  surroundings: Partial<Surroundings> = {},
  offset = brief.text.length,
): Completion[] {
  return completion(brief, offset, {
    tabStops: false,
    trigger: null,
    comparison: () => null,
    files: [],
    today: null,
    ...surroundings,
  }).items;
}
