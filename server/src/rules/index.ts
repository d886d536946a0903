import frontMatterInvalid from './front-matter-invalid.js';
import frontMatterUnknownKey from './front-matter-unknown-key.js';
import fileNotFound from './file-not-found.js';
import frameConflict from './frame-conflict.js';
import frameUnfilled from './frame-unfilled.js';
import deadlinePassed from './deadline-passed.js';
import commentUnclosed from './comment-unclosed.js';
import commentUnused from './comment-unused.js';
import workNoteInvalid from './work-note-invalid.js';
import workNotePassed from './work-note-passed.js';
import questionNumberGap from './question-number-gap.js';
import questionNumberDuplicate from './question-number-duplicate.js';
import questionNumberOrder from './question-number-order.js';
import questionUnnumbered from './question-unnumbered.js';
import questionNoEnd from './question-no-end.js';
import subQuestionOrder from './sub-question-order.js';
import enumerationAmbiguous from './enumeration-ambiguous.js';
import answerMissing from './answer-missing.js';
import answerEmpty from './answer-empty.js';
import answerPlaceholder from './answer-placeholder.js';
import answerOrphan from './answer-orphan.js';
import answerDuplicate from './answer-duplicate.js';
import subQuestionUnanswered from './sub-question-unanswered.js';
import answerCombined from './answer-combined.js';
import answerDeferred from './answer-deferred.js';
import footnoteUndefined from './footnote-undefined.js';
import footnoteDuplicate from './footnote-duplicate.js';
import footnoteUnused from './footnote-unused.js';
import footnoteEmpty from './footnote-empty.js';
import footnoteOrder from './footnote-order.js';
import footnoteRepeatedText from './footnote-repeated-text.js';
import noteMarkLiteral from './note-mark-literal.js';
import referenceDangling from './reference-dangling.js';
import referenceCircular from './reference-circular.js';
import referenceChain from './reference-chain.js';
import referencePlural from './reference-plural.js';
import quoteMissing from './quote-missing.js';
import quoteDeviates from './quote-deviates.js';
import quoteOrder from './quote-order.js';
import quoteUnknown from './quote-unknown.js';
import quoteMarksUnbalanced from './quote-marks-unbalanced.js';
import groupMissing from './group-missing.js';
import groupOrder from './group-order.js';
import citationForm from './citation-form.js';
import citationPageRange from './citation-page-range.js';
import citationYear from './citation-year.js';
import announcedMissing from './announced-missing.js';
import wordBroken from './word-broken.js';
import type { Rule } from './rule.js';

/** Every rule, by area. */
export const rules: readonly Rule[] = [
  frontMatterInvalid,
  frontMatterUnknownKey,
  fileNotFound,
  frameConflict,
  frameUnfilled,
  deadlinePassed,
  commentUnclosed,
  commentUnused,
  workNoteInvalid,
  workNotePassed,
  questionNumberGap,
  questionNumberDuplicate,
  questionNumberOrder,
  questionUnnumbered,
  questionNoEnd,
  subQuestionOrder,
  enumerationAmbiguous,
  answerMissing,
  answerEmpty,
  answerPlaceholder,
  answerOrphan,
  answerDuplicate,
  subQuestionUnanswered,
  answerCombined,
  answerDeferred,
  footnoteUndefined,
  footnoteDuplicate,
  footnoteUnused,
  footnoteEmpty,
  footnoteOrder,
  footnoteRepeatedText,
  noteMarkLiteral,
  referenceDangling,
  referenceCircular,
  referenceChain,
  referencePlural,
  quoteMissing,
  quoteDeviates,
  quoteOrder,
  quoteUnknown,
  quoteMarksUnbalanced,
  groupMissing,
  groupOrder,
  citationForm,
  citationPageRange,
  citationYear,
  announcedMissing,
  wordBroken,
];
