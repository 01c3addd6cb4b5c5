import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { type AnswerKind, type Transcriber } from './answer-kinds.js';
import { type Question } from './bank/question.js';
import { type OwnQuestion } from './invited/given-question.js';
import { type HeardText } from './recordings/take.repository.js';
import { saidInAll } from './said.js';
import { type Judged, type ScoredAnswer } from './scored-answer.js';
import { type FollowUp } from './scoring/follow-up.js';

/** A question as it was asked, with what has been answered so far. */
export interface AskedQuestion {
  readonly position: number;
  /** The position of the question that this one follows up; null for a question of the plan. */
  readonly follows: number | null;
  /** The sentence that a follow-up takes up, as long as the answer still has it. */
  readonly takesUp: string | null;
  readonly questionId: string;
  /** The question itself, where it is none of the bank's. */
  readonly own: OwnQuestion | null;
  readonly text: string;
  /** Who put it so: `provider/model`, or null for the bank's own words. */
  readonly wordedBy: string | null;
  readonly kind: string;
  readonly competencies: string[];
  readonly thinkSeconds: number;
  readonly answerSeconds: number;
  readonly answer: SavedAnswer | null;
}

export interface SavedAnswer {
  readonly text: string;
  readonly revision: number;
  readonly savedAt: Date;
  readonly kind: AnswerKind;
  readonly transcriber: Transcriber;
}

/** An answer as it was typed, or written down after it was spoken. */
export type WrittenAnswer = Pick<SavedAnswer, 'text' | 'kind' | 'transcriber'>;

export interface HeardTake {
  readonly id: string;
  /** What programs wrote down of it here; null for takes from before anybody looked. */
  readonly heard: readonly HeardText[] | null;
}

/** An answer, and what of it did not come from the page alone. */
export interface ToldAnswer extends WrittenAnswer {
  readonly position: number;
  /** Every time it was spoken, but those that were thrown away: whoever begins anew and gives up keeps the words of the time before. */
  readonly takes: readonly HeardTake[];
  /** An interviewer of the same maker talked with the candidate in this interview: what that hears goes to the browser alone. */
  readonly talked: boolean;
}

/** A follow-up stands so many places after its question; the table holds to it. */
export const FOLLOW_UP_PLACE = 100;
/** A follow-up is a short exchange: in seconds, as spoken. */
const FOLLOW_UP = { think: 15, answer: 60 } as const;

/** A scored interview as a history needs it. */
export interface JudgedInterview {
  readonly id: string;
  readonly roleId: string;
  readonly levelId: string;
  readonly submittedAt: Date;
  readonly answers: readonly Judged[];
}

/** Statements about the questions of an interview, their answers, and what runs say of those. */
@Injectable()
export class AnswerRepository {
  /** Asks the questions of a plan: in the words of `wordedBy`, or in the bank's own. */
  async ask(tx: Tx, interviewId: string, questions: readonly (Question & { readonly wordedBy?: string | null; readonly own?: OwnQuestion })[]): Promise<void> {
    await tx.query(
      `insert into interviews.question (interview_id, position, worded_by, question_id, question_version, text, kind, competencies, think_seconds, answer_seconds, own)
       select $1, q.position, q."wordedBy", q.id, q.version, q.text, q.kind, array(select jsonb_array_elements_text(q.competencies)), q."thinkSeconds", q."answerSeconds", q.own
       from jsonb_to_recordset($2::jsonb) as q (position smallint, "wordedBy" text, own jsonb, id text, version int, text text, kind text, competencies jsonb, "thinkSeconds" int, "answerSeconds" int)`,
      [interviewId, JSON.stringify(questions.map((question, index) => ({ ...question, position: index + 1 })))],
    );
  }

  /** Asks a follow-up to a question; a second one to the same question is not asked. */
  async follow(tx: Tx, interviewId: string, position: number, { text, takesUp }: FollowUp, wordedBy: string | null): Promise<void> {
    await tx.query(
      `insert into interviews.question (interview_id, position, follows, takes_up, worded_by, question_id, question_version, text, kind, competencies, think_seconds, answer_seconds)
       select interview_id, position + $3, position, $5, $8, question_id, question_version, $4, kind, competencies, $6, $7
       from interviews.question where interview_id = $1 and position = $2 on conflict do nothing`,
      [interviewId, position, FOLLOW_UP_PLACE, text, takesUp, FOLLOW_UP.think, FOLLOW_UP.answer, wordedBy],
    );
  }

  /** Each follow-up behind its question. */
  async asked(tx: Tx, interviewId: string): Promise<AskedQuestion[]> {
    return tx.query(
      `select q.position, q.follows, case when strpos(t.text, q.takes_up) > 0 then q.takes_up end as "takesUp", q.question_id as "questionId", q.own, q.text, q.worded_by as "wordedBy", q.kind, q.competencies, q.think_seconds as "thinkSeconds", q.answer_seconds as "answerSeconds",
         case when a.position is not null then jsonb_build_object('text', a.text, 'revision', a.revision, 'savedAt', a.saved_at, 'kind', a.kind, 'transcriber', a.transcriber) end as answer
       from interviews.question q left join interviews.answer a using (interview_id, position)
       left join interviews.answer t on t.interview_id = q.interview_id and t.position = q.follows
       where q.interview_id = $1 order by coalesce(q.follows, q.position), q.position`,
      [interviewId],
    );
  }

  /** The answers that have words, with what is known here of how they came to be. */
  async told(tx: Tx, interviewId: string): Promise<ToldAnswer[]> {
    return tx.query(
      `select a.position, a.text, a.kind, a.transcriber,
         coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'heard', t.heard) order by t.number) from interviews.take t where t.interview_id = a.interview_id and t.position = a.position and not t.thrown_away), '[]') as takes,
         exists (select from ai.run r where r.interview_id = a.interview_id and r.role = 'realtime' and r.outcome = 'done' and r.provider = split_part(a.transcriber, '/', 1)) as talked
       from interviews.answer a where a.interview_id = $1 and a.text ~ '\\S' order by a.position`,
      [interviewId],
    );
  }

  /** The questions of the plan, each with what was said to it and to its follow-up as one answer. */
  async askedInAll(tx: Tx, interviewId: string): Promise<AskedQuestion[]> {
    const all = await this.asked(tx, interviewId);
    const followUpTo = new Map(all.map(({ follows, answer }) => [follows, answer]));
    return all.filter(({ follows }) => follows === null).map((question) => {
      const followUp = followUpTo.get(question.position);
      const answer = question.answer ?? followUp ?? null;
      return { ...question, answer: answer && { ...answer, text: saidInAll(question.answer?.text ?? '', followUp?.text ?? null).text } };
    });
  }

  /** The answer at a position: undefined when there is no such question, null when it has no answer yet. */
  async find(tx: Tx, interviewId: string, position: number): Promise<SavedAnswer | null | undefined> {
    const questions = await this.asked(tx, interviewId);
    return questions.find((question) => question.position === position)?.answer;
  }

  async save(tx: Tx, interviewId: string, position: number, { text, kind, transcriber }: WrittenAnswer): Promise<SavedAnswer> {
    const [saved] = await tx.query<SavedAnswer[]>(
      `insert into interviews.answer as a (interview_id, position, text, revision, kind, transcriber) values ($1, $2, $3, 1, $4, $5)
       on conflict (interview_id, position) do update set text = excluded.text, revision = a.revision + 1, saved_at = clock.now(), kind = excluded.kind, transcriber = excluded.transcriber
       returning text, revision, saved_at as "savedAt", kind, transcriber`,
      [interviewId, position, text, kind, transcriber],
    );
    if (!saved) throw new Error('The answer was not stored');
    return saved;
  }

  /** Says who wrote an answer down; its words stay, and so does when they were saved. */
  async nameWriter(tx: Tx, interviewId: string, position: number, transcriber: Transcriber): Promise<void> {
    await tx.query('update interviews.answer set transcriber = $3 where interview_id = $1 and position = $2', [interviewId, position, transcriber]);
  }

  /** Every answer in all it said, with what this run says of it as far as it says anything. */
  async withScores(tx: Tx, interviewId: string, runId: string | null): Promise<ScoredAnswer[]> {
    const rows = await tx.query<(Omit<ScoredAnswer, 'followUp'> & { followUp: string | null; takesUp: string | null; followUpAnswer: string | null })[]>(
      `select q.position, q.text as question, q.kind, q.competencies, coalesce(a.text, '') as text,
         f.text as "followUp", case when strpos(a.text, f.takes_up) > 0 then f.takes_up end as "takesUp", fa.text as "followUpAnswer",
         s.state, s.message, s.criteria, s.points, s.advice, s.outline,
         coalesce((select jsonb_agg(jsonb_build_object('number', t.number, 'madeAt', t.made_at, 'text', t.text, 'state', t.state, 'message', t.message,
             'criteria', t.criteria, 'points', t.points, 'advice', t.advice) order by t.number)
           from interviews.attempt t where t.interview_id = q.interview_id and t.position = q.position), '[]') as attempts
       from interviews.question q
       left join interviews.answer a using (interview_id, position)
       left join interviews.question f on f.interview_id = q.interview_id and f.follows = q.position
       left join interviews.answer fa on fa.interview_id = f.interview_id and fa.position = f.position
       left join interviews.answer_score s on s.run_id = $2 and s.position = q.position
       where q.interview_id = $1 and q.follows is null order by q.position`,
      [interviewId, runId],
    );
    return rows.map(({ followUp, takesUp, followUpAnswer, ...row }) => {
      const { text, startsAt } = saidInAll(row.text, followUpAnswer);
      return { ...row, text, followUp: followUp === null ? null : { question: followUp, takesUp, startsAt } };
    });
  }

  /** The judgements that make up some runs, by run; all in one question, however many they are. */
  async judgedIn(tx: Tx, runIds: readonly string[]): Promise<ReadonlyMap<string, readonly Judged[]>> {
    const rows = await tx.query<{ id: string; answers: Judged[] }[]>(
      `select r.id, jsonb_agg(jsonb_build_object('competencies', q.competencies, 'state', s.state, 'criteria', s.criteria) order by q.position) as answers
       from interviews.run r join interviews.question q on q.interview_id = r.interview_id and q.follows is null
       left join interviews.answer_score s on s.run_id = r.id and s.position = q.position where r.id = any ($1) group by r.id`,
      [runIds],
    );
    return new Map(rows.map(({ id, answers }) => [id, answers]));
  }

  /** The judgements of the newest scored interviews that somebody practised with, the oldest of those first. */
  async history(tx: Tx, candidateId: string, count: number): Promise<JudgedInterview[]> {
    return tx.query(
      `select i.id, i.role_id as "roleId", i.level_id as "levelId", i.submitted_at as "submittedAt",
         jsonb_agg(jsonb_build_object('competencies', q.competencies, 'state', s.state, 'criteria', s.criteria)) as answers
       from (select * from interviews.interview
             where candidate_id = $1 and state = 'scored' and origin = 'practice' and (expires_at is null or expires_at > clock.now()) order by submitted_at desc limit $2) i
       join interviews.question q on q.interview_id = i.id join interviews.answer_score s on s.run_id = i.run_id and s.position = q.position
       group by i.id, i.role_id, i.level_id, i.submitted_at order by i.submitted_at, i.id`,
      [candidateId, count],
    );
  }

  /** The bank's questions this person has been asked, by id, with the last time in milliseconds, as far back as anything is kept. */
  async lastAsked(tx: Tx, candidateId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ id: string; at: Date }[]>(
      `select q.question_id as id, max(i.started_at) as at from interviews.question q join interviews.interview i on i.id = q.interview_id
       where i.candidate_id = $1 and (i.expires_at is null or i.expires_at > clock.now()) group by q.question_id`,
      [candidateId],
    );
    return new Map(rows.map(({ id, at }) => [id, at.getTime()]));
  }

  /** The bank's questions of which this person can have read the model outline by now, in an interview that is there or not. */
  async outlinesShown(tx: Tx, accountId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }[]>('select question_id as id from interviews.shown_outline where account_id = $1 and first_shown_at <= clock.now()', [accountId]);
    return new Set(rows.map(({ id }) => id));
  }

  /** How many answers a run says something of. */
  async countScores(tx: Tx, runId: string | null): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from interviews.answer_score where run_id = $1', [runId]);
    return row?.count ?? 0;
  }
}
