import { type GivenQuestion } from '../../../../src/interviews/invited/given-question.js';
import { type Given } from '../../../../src/interviews/replay/given.js';
import { type AnswerKind, type Feedback, type Interview, type InterviewRole, type Report } from '../../api/schema.js';

/** A follow-up to question 2 stands at 102. */
export const FOLLOW_UP_PLACE = 100;

/** What a guest chose for an interview. */
export interface Wish {
  readonly roleId: string;
  readonly levelId: string;
  readonly questionCount: number;
  readonly mode: Interview['mode'];
  readonly answerKind: AnswerKind;
  readonly jobDescription: string;
  readonly resume: string;
}

export interface GuestQuestion {
  readonly position: number;
  readonly questionId: string;
  readonly text: string;
  readonly competencies: readonly string[];
  readonly thinkSeconds: number;
  readonly answerSeconds: number;
  /** The question it comes back to, and the words of the answer it takes up. */
  readonly follows: number | null;
  readonly takesUp: string | null;
}

export interface Plan {
  readonly roleTitle: string;
  readonly levelTitle: string;
  readonly questions: readonly GuestQuestion[];
}

/** An interview that somebody else has put together. Its questions have what an answer is judged by; `retakes` as in the room. */
export interface Script {
  readonly roleTitle: string;
  readonly levelId: string;
  /** What answers count for; a question may be about more. */
  readonly competencies: readonly string[];
  readonly questions: readonly GivenQuestion[];
  readonly answerKinds: readonly AnswerKind[];
  readonly retakes: number;
}

/** A report that is kept nowhere: it has no name, no moment and no end. */
export type GuestReport = Omit<Report, 'id' | 'submittedAt' | 'scoredAt' | 'expiresAt' | 'judgedBy' | 'invited' | 'broughtFrom'>;

/** An answer with how it was given. */
export type GuestAnswer = Given & { readonly position: number };

/** What the page asks of the examiner. None of it leaves the browser. */
export type Request =
  | { readonly kind: 'roles' }
  | { readonly kind: 'plan'; readonly wish: Wish; readonly seen: readonly string[] }
  | { readonly kind: 'given'; readonly script: Script }
  | { readonly kind: 'hint'; readonly questionId: string; readonly text: string; readonly earlier: readonly string[] }
  | { readonly kind: 'opinion'; readonly questionId: string; readonly text: string; readonly earlier: readonly string[] }
  | { readonly kind: 'followUp'; readonly questions: readonly GuestQuestion[]; readonly position: number; readonly text: string }
  | { readonly kind: 'report'; readonly plan: Plan; readonly answers: readonly GuestAnswer[]; readonly scoreAbove: string };

export interface Replies {
  roles: InterviewRole[];
  plan: Plan;
  given: Plan;
  hint: string | null;
  opinion: Feedback;
  followUp: GuestQuestion | null;
  report: GuestReport;
}

export interface Asked {
  readonly number: number;
  readonly request: Request;
}

export interface Replied {
  readonly number: number;
  /** Null when it broke over this request. */
  readonly reply: { readonly said: Replies[Request['kind']] } | null;
}
