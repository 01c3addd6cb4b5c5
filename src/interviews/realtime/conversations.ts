import { Injectable } from '@nestjs/common';
import { type AiChoice, AiRuns, AiTimings, badAnswer, CarefulFetch, isAiFault, isCapped, unavailable } from '../../platform/ai/index.js';
import { Database } from '../../platform/db/index.js';
import { AnswerRepository, type AskedQuestion } from '../answers.repository.js';
import { type Interview } from '../interview.entity.js';
import { InterviewRepository } from '../interviews.repository.js';
import { levelTitle } from '../level-title.js';
import { briefingFor, rulesHash } from './briefing.js';
import { Interviewers } from './interviewers.js';
import { UnusableKey } from './keyed-line.js';
import { type InterviewerLine } from './realtime-interviewer.js';
import { type LineView } from './realtime.dto.js';
import { interviewerNotOffered, noConsentToInterviewer } from './realtime.errors.js';

/** What goes to the provider: the first three from us, the last from the candidate's browser. */
const FIELDS = ['role', 'level', 'question', 'sound'];
/** Besides the answer: asking, a follow-up, and time to think. */
const AROUND_AN_ANSWER_SECONDS = 60;
const SHORTEST_SECONDS = 300;
/** What an account may spend in a day has room for one, for what is left to ask then, and for whoever judges it. */
const LONGEST_SECONDS = 1_200;

/** Lets a candidate's browser speak with an interviewer: makes the key, and counts what the conversation costs. */
@Injectable()
export class Conversations {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly interviewers: Interviewers,
    private readonly runs: AiRuns,
    private readonly timings: AiTimings,
    private readonly db: Database,
  ) {}

  /**
   * A line to the first interviewer that is there. AppErrors `interviews.already_submitted`, `interviews.interviewer_not_offered`,
   * `consent.required`, `ai.unavailable`, `ai.bad_answer`, `ai.daily_cap`.
   */
  async begin(candidateId: string, id: string): Promise<LineView> {
    const { interview, seconds, choices } = await this.db.transaction(async (tx) => {
      const mine = await this.interviews.getOpen(tx, candidateId, id);
      // Whoever is invited is asked what all are asked, in the same words.
      if (mine.origin === 'invited') throw interviewerNotOffered();
      return { interview: mine, seconds: longestFor(await this.answers.asked(tx, id)), choices: await this.interviewers.require(tx, candidateId) };
    });
    let fault: unknown = unavailable();
    for (const choice of choices) {
      try {
        return { ...spread(await this.lineTo(choice, interview, seconds)), name: choice.name, seconds };
      } catch (error) {
        if (!isAiFault(error) || isCapped(error)) throw error;
        fault = error;
      }
    }
    throw fault;
  }

  /** A conversation is paid for in its full length: it takes place between browser and provider, so nobody here sees it end. */
  private lineTo(choice: AiChoice, interview: Interview, seconds: number): Promise<InterviewerLine> {
    const { id: interviewId, candidateId: accountId, mode, roleTitle, levelId } = interview;
    return this.runs.around({ role: 'realtime', choice, accountId, interviewId, fields: FIELDS, promptHash: rulesHash(mode), atMost: { seconds } }, async (spent) => {
      // Until a key is handed out there is no conversation.
      spent({});
      const mayGoOn = (): Promise<boolean> => this.interviewers.stillAllows(accountId, choice);
      const careful = new CarefulFetch(mayGoOn);
      const signal = AbortSignal.timeout(this.timings.ask);
      try {
        const line = await this.interviewers.driverOf(choice).open(choice, briefingFor(mode, roleTitle, levelTitle(levelId)), (input, init) => careful.fetch(input, { ...init, signal }));
        if (await mayGoOn()) return { result: line, units: { seconds } };
      } catch (error) {
        if (await mayGoOn()) throw careful.sawTooMuch || isUnusable(error) ? badAnswer() : unavailable(careful.retryAfterSeconds);
      }
      // Taken back meanwhile.
      throw noConsentToInterviewer();
    });
  }
}

/** A reply came, but no JSON, or no key in it. */
const isUnusable = (error: unknown): boolean => error instanceof UnusableKey || (error as Error).name === 'SyntaxError';

const spread = ({ protocols, opening, ...line }: InterviewerLine) => ({ ...line, protocols: [...protocols], opening: opening && { ...opening } });

/** Time for what has no answer yet. Whoever needs longer begins another conversation where this one ended. */
function longestFor(asked: readonly AskedQuestion[]): number {
  const open = asked.filter(({ answer }) => !answer?.text.trim());
  const seconds = open.reduce((sum, { answerSeconds }) => sum + answerSeconds + AROUND_AN_ANSWER_SECONDS, 0);
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, seconds));
}
