import { type BankQuestion } from '../../api/template-queries.js';

interface Ask {
  /** Any of them; none means all. */
  readonly competencies: readonly string[];
  readonly levelId: string;
  /** Each must stand in the question or in one of its points. */
  readonly words: string;
}

/** The questions that fit, in the order of the bank. */
export function found(questions: readonly BankQuestion[], { competencies, levelId, words }: Ask): BankQuestion[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  return questions.filter(({ text, points, roles, ...question }) => {
    const within = [text, ...points, ...roles].join(' ').toLowerCase();
    return (competencies.length === 0 || question.competencies.some((id) => competencies.includes(id)))
      && (levelId === '' || question.levels.includes(levelId)) && wanted.every((word) => within.includes(word));
  });
}
