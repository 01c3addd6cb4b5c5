import { type AiChoice } from '../../platform/ai/index.js';

/** What an interviewer is told before a conversation, fixed here. */
export interface Briefing {
  readonly instructions: string;
  readonly tools: readonly { readonly type: 'function'; readonly name: string; readonly description: string; readonly parameters: Readonly<Record<string, unknown>> }[];
}

/** What leads a browser to an interviewer. The key in `protocols` opens one conversation, and opens it within a minute only. */
export interface InterviewerLine {
  readonly url: string;
  readonly protocols: readonly string[];
  /** What the browser says first; null where the provider was told everything beforehand. */
  readonly opening: Readonly<Record<string, unknown>> | null;
  /** Whether the interviewer can be told how much of what it said was heard. */
  readonly truncates: boolean;
  /** Who writes down what the candidate says, as answers are marked with it. */
  readonly transcriber: string;
}

/** A provider whose voice agent holds the conversation. `fetch` is how it is asked for a key. */
export interface RealtimeInterviewer {
  open(choice: AiChoice, briefing: Briefing, fetch: typeof globalThis.fetch): Promise<InterviewerLine>;
}
