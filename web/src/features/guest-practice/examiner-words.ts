import { type ReportAnswer } from '../../api/schema.js';

/** What the page asks of the examiner. None of it leaves the browser. */
export type Request =
  | { readonly kind: 'roles' }
  | { readonly kind: 'question'; readonly roleId: string; readonly seen: readonly string[] }
  | { readonly kind: 'judgement'; readonly questionId: string; readonly text: string };

export interface GuestQuestion {
  readonly id: string;
  readonly text: string;
  readonly competencies: readonly string[];
}

export interface Replies {
  roles: { id: string; title: string }[];
  question: GuestQuestion;
  judgement: ReportAnswer;
}

export interface Asked {
  readonly number: number;
  readonly request: Request;
}

export interface Replied {
  readonly number: number;
  readonly reply: Replies[Request['kind']];
}
