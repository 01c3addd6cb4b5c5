import { useState } from 'react';
import { type AnswerKind } from '../../api/schema.js';
import { type Draft, EMPTY, isAnswered, isUntold } from './draft.js';
import { type Examiner } from './examiner.js';
import { type GuestQuestion, type Plan, type Wish } from './examiner-words.js';

/** A question by its position, or one of the pages around them. */
export type Place = number | 'devices' | 'check' | 'report';

export type Change = (change: (draft: Draft) => Draft) => void;

interface Kinds {
  readonly usual: AnswerKind;
  readonly at: Readonly<Record<number, AnswerKind>>;
}

/** One interview of a guest. All of it ends with the page. */
export function useGuestInterview(examiner: Examiner, wish: Wish, planned: Plan) {
  const [questions, setQuestions] = useState(planned.questions);
  const [drafts, setDrafts] = useState<Readonly<Record<number, Draft>>>({});
  const [kinds, setKinds] = useState<Kinds>({ usual: wish.answerKind, at: {} });
  const [place, setPlace] = useState<Place>(wish.answerKind === 'text' ? 1 : 'devices');
  const draftAt = (position: number): Draft => drafts[position] ?? EMPTY;
  /** One coached answer was looked at already: there is nothing to check. */
  const skipsCheck = wish.mode === 'coach' && questions.length === 1 && isAnswered(drafts[1] ?? EMPTY);
  const after = (position: number, among: readonly GuestQuestion[]): Place => among[among.findIndex((each) => each.position === position) + 1]?.position ?? (skipsCheck ? 'report' : 'check');
  return {
    wish, place, go: setPlace, draftAt, skipsCheck,
    plan: { ...planned, questions },
    untold: questions.filter(({ position }) => isUntold(draftAt(position))),
    leftOut: questions.filter(({ position, follows }) => follows === null && !isAnswered(draftAt(position)) && !isUntold(draftAt(position))),
    /** Something was said, or is being said right now. */
    hasSaid: Object.values(drafts).some((draft) => isAnswered(draft) || draft.takes > 0),
    usualKind: kinds.usual,
    kindAt: (position: number): AnswerKind => kinds.at[position] ?? kinds.usual,
    chooseKind: (kind: AnswerKind, position?: number): void => setKinds(({ usual, at }) => (position === undefined ? { usual: kind, at: {} } : { usual, at: { ...at, [position]: kind } })),
    changeAt: (position: number): Change => (change) => setDrafts((all) => ({ ...all, [position]: change(all[position] ?? EMPTY) })),
    /** To a follow-up where there is no help and something to come back to, else to the next question. */
    forward: async (position: number): Promise<void> => {
      const { text } = draftAt(position);
      const asksOn = wish.mode === 'live' && text.trim() !== '';
      // A follow-up that could not be asked for is nobody's loss: the interview goes on.
      const found = asksOn ? await examiner.ask({ kind: 'followUp', questions, position, text }).catch(() => null) : null;
      const among = found ? questions.flatMap((each) => (each.position === position ? [each, found] : [each])) : questions;
      setQuestions(among);
      setPlace(after(position, among));
    },
  };
}

export type GuestInterview = ReturnType<typeof useGuestInterview>;
