/** How a question is answered: typed, spoken, or spoken with a picture. */
export const answerKinds = ['text', 'audio', 'video'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** Behind the name of whoever listened: the candidate has put the words right. */
const EDITED = '_edited';
const EDIT_AT_END = /_edited$/;

/**
 * Who wrote an answer down: `candidate`, their own `device` that listened, or a model as `provider/model`; with `_edited` behind
 * it, it and then they.
 */
export type Transcriber = string;
export const TRANSCRIBER = /^(candidate|device(_edited)?|[a-z]+\/[A-Za-z0-9_.:@/-]{1,100})$/;

/** The same, once the candidate has changed its words. */
export function edited(by: Transcriber): Transcriber {
  return by === 'candidate' || EDIT_AT_END.test(by) ? by : `${by}${EDITED}`;
}

/** Without the mark of an edit, and whether there was one. */
export function unedited(by: Transcriber): { by: string; wasEdited: boolean } {
  return { by: by.replace(EDIT_AT_END, ''), wasEdited: EDIT_AT_END.test(by) };
}
