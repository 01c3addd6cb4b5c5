import { type InterviewQuestion } from '../../api/schema.js';
import { AnswerKeeper, type DraftStore, type Save } from './answer-keeper.js';

/** All answers of one interview. They go on saving while one moves between questions, and after leaving the room. */
export class RoomAnswers {
  private readonly keepers: ReadonlyMap<number, AnswerKeeper>;

  constructor(questions: readonly InterviewQuestion[], draftsOf: (position: number) => DraftStore, saveOf: (position: number) => Save) {
    this.keepers = new Map(questions.map(({ position, answer }) => [position, new AnswerKeeper(answer, draftsOf(position), saveOf(position))]));
  }

  at(position: number): AnswerKeeper {
    const keeper = this.keepers.get(position);
    if (!keeper) throw new Error(`This interview has no question ${position}.`);
    return keeper;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const ends = [...this.keepers.values()].map((keeper) => keeper.subscribe(listener));
    return () => ends.forEach((end) => end());
  };

  /** The positions answered so far, as one text: "1,3". Equal texts mean that nothing changed. */
  readonly answered = (): string =>
    [...this.keepers].filter(([, keeper]) => keeper.read().text.trim() !== '').map(([position]) => position).join(',');

  adopt(questions: readonly InterviewQuestion[]): void {
    for (const { position, answer } of questions) this.keepers.get(position)?.adopt(answer);
  }

  /** Saves all that is not saved; resolves to the positions that could not be. */
  async flush(leavingPage = false): Promise<number[]> {
    const results = await Promise.all([...this.keepers].map(async ([position, keeper]) => ({ position, kept: await keeper.flush(leavingPage) })));
    return results.filter(({ kept }) => !kept).map(({ position }) => position);
  }

  /** Whether leaving now would lose something: a text that was tried to be saved and could not be. */
  isStuck(): boolean {
    return [...this.keepers.values()].some((keeper) => keeper.isDirty() && !['waiting', 'saving'].includes(keeper.read().status.kind));
  }
}
