import { useEffect, useState } from 'react';
import { type AnswerKind, type Interview, type InterviewQuestion } from '../../api/schema.js';
import { keepForThisTab, readFromThisTab } from '../../lib/tab-storage.js';

interface Chosen {
  /** What a question begins with from now on. */
  readonly usual: AnswerKind;
  /** Questions that are to be answered in another way, by their position. */
  readonly at: Readonly<Record<number, AnswerKind>>;
}

export interface AnswerKinds {
  readonly usual: AnswerKind;
  of(question: InterviewQuestion): AnswerKind;
  /** For one question, or for all that are not answered yet. */
  choose(kind: AnswerKind, position?: number): void;
}

/** How each question is answered: as chosen here, else as it was answered, else as the interview was set up. */
export function useAnswerKinds({ id, answerKind }: Interview): AnswerKinds {
  const [chosen, setChosen] = useState<Chosen>(() => chosenBefore(id) ?? { usual: answerKind, at: {} });
  useEffect(() => keepForThisTab(`kind:${id}`, JSON.stringify(chosen)), [id, chosen]);
  return {
    usual: chosen.usual,
    of: ({ position, take, answer }) => chosen.at[position] ?? take?.kind ?? (answer !== null && answer.text !== '' ? answer.kind : chosen.usual),
    choose: (kind, position) => setChosen(({ usual, at }) => (position === undefined ? { usual: kind, at: {} } : { usual, at: { ...at, [position]: kind } })),
  };
}

function chosenBefore(id: string): Chosen | null {
  const value: unknown = JSON.parse(readFromThisTab(`kind:${id}`) ?? 'null');
  return isChosen(value) ? value : null;
}

function isChosen(value: unknown): value is Chosen {
  return typeof value === 'object' && value !== null && 'usual' in value && typeof value.usual === 'string' && 'at' in value && typeof value.at === 'object' && value.at !== null;
}
