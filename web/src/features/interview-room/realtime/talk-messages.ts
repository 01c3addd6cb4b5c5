/** The one tool an interviewer has: it marks that a question is answered, and gets the next. The server names it to the provider. */
export const NEXT_QUESTION = 'next_question';

/** A question as an interviewer is given it. */
export interface Ask {
  readonly position: number;
  /** As people count: a follow-up has the number of its question. */
  readonly number: number;
  readonly of: number;
  readonly text: string;
  readonly isFollowUp: boolean;
}

type Told = Ask | { readonly done: true } | { readonly wait: true; readonly because: string };

/** What the room says to the interviewer, as the instructions of the session explain it: never what the candidate said. */
export function askMessage(told: Told, resumed: boolean): unknown {
  return { type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: `<room>${inWords(told, resumed)}</room>` }] } };
}

export const toolOutput = (callId: string, told: Told): unknown => ({ type: 'conversation.item.create', item: { type: 'function_call_output', call_id: callId, output: inWords(told, false) } });

/** JSON, in which no text can leave its field or the brackets around it. */
function inWords(told: Told, resumed: boolean): string {
  const fields = 'position' in told ? { ask: told.text, number: told.number, of: told.of, follow_up: told.isFollowUp, ...(resumed ? { the_line_was_down: true } : {}) } : told;
  return JSON.stringify(fields).replaceAll('<', '\\u003c');
}
