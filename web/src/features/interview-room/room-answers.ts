import { type InterviewQuestion } from '../../api/schema.js';
import { AnswerKeeper, type DraftStore, type Save } from './answer-keeper.js';

/** All answers of one interview. They go on saving while one moves between questions, and after leaving the room. */
export class RoomAnswers {
  private readonly keepers = new Map<number, AnswerKeeper>();
  private readonly listeners = new Set<() => void>();

  constructor(questions: readonly InterviewQuestion[], private readonly draftsOf: (position: number) => DraftStore, private readonly saveOf: (position: number) => Save) {
    for (const question of questions) this.keep(question);
  }

  at(position: number): AnswerKeeper {
    const keeper = this.keepers.get(position);
    if (!keeper) throw new Error(`This interview has no question ${position}.`);
    return keeper;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The positions answered so far, as one text: "1,3". Equal texts mean that nothing changed. */
  readonly answered = (): string =>
    [...this.keepers].filter(([, keeper]) => keeper.read().text.trim() !== '').map(([position]) => position).join(',');

  /** Takes over what was saved elsewhere, and questions that have been added since. */
  adopt(questions: readonly InterviewQuestion[]): void {
    for (const question of questions) {
      const keeper = this.keepers.get(question.position);
      if (keeper) keeper.adopt(question.answer);
      else this.keep(question);
    }
  }

  /** Saves all that is not saved; resolves to the positions that could not be. */
  async flush(leavingPage = false): Promise<number[]> {
    const results = await Promise.all([...this.keepers].map(async ([position, keeper]) => ({ position, kept: await keeper.flush(leavingPage) })));
    return results.filter(({ kept }) => !kept).map(({ position }) => position);
  }

  private keep({ position, answer }: InterviewQuestion): void {
    const keeper = new AnswerKeeper(answer, this.draftsOf(position), this.saveOf(position));
    keeper.subscribe(() => this.listeners.forEach((listener) => listener()));
    this.keepers.set(position, keeper);
  }

  /** Whether leaving now would lose something: a text that was tried to be saved and could not be. */
  isStuck(): boolean {
    return [...this.keepers.values()].some((keeper) => keeper.isDirty() && !['waiting', 'saving'].includes(keeper.read().status.kind));
  }
}
