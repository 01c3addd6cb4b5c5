import { feedbackView, hintFrom, weightiestFirst } from '../../../../src/interviews/feedback-view.js';
import { roleView } from '../../../../src/interviews/role-view.js';
import { type StoredScore } from '../../../../src/interviews/scored-answer.js';
import { BuiltInEvaluator } from '../../../../src/interviews/scoring/built-in-evaluator.js';
import { followUpTo, mostFollowUps } from '../../../../src/interviews/scoring/follow-up.js';
import { storedScore } from '../../../../src/interviews/stored-score.js';
import { asked } from './asked.js';
import { bank } from './bank.js';
import { type Asked, FOLLOW_UP_PLACE, type GuestQuestion, type Replies, type Request } from './examiner-words.js';
import { guestReport } from './guest-report.js';
import { givenPlan } from './given-plan.js';
import { planFor } from './plan-for.js';

/** Asks and judges beside the page: the code that runs on the server, on nobody's machine but the guest's. */
const evaluator = new BuiltInEvaluator(bank);

addEventListener('message', ({ data: { number, request } }: MessageEvent<Asked>) => {
  void replyTo(request).then((said) => postMessage({ number, reply: { said } }), (error: unknown) => {
    console.error(error);
    postMessage({ number, reply: null });
  });
});

async function replyTo(request: Request): Promise<Replies[Request['kind']]> {
  switch (request.kind) {
    case 'roles':
      return [...bank.roles, bank.general].map((role) => roleView(bank, role));
    case 'plan':
      return planFor(request.wish, request.seen);
    case 'given':
      return givenPlan(request.script);
    case 'hint':
      return hintFrom(opinionOn(request).points);
    case 'opinion':
      return feedbackView(opinionOn(request));
    case 'followUp':
      return followUp(request);
    case 'report':
      return guestReport(bank, evaluator, request);
  }
}

function opinionOn({ questionId, text, earlier }: { questionId: string; text: string; earlier: readonly string[] }): StoredScore {
  const question = asked(bank, questionId);
  return weightiestFirst(question, storedScore(question, evaluator.evaluate({ question, answer: text, earlierAnswers: earlier })));
}

/** As the server asks one: once to a question, to half of them at most, and only where there is something to come back to. */
function followUp({ questions, position, text }: Extract<Request, { kind: 'followUp' }>): GuestQuestion | null {
  const followed = questions.filter(({ follows }) => follows !== null);
  const asks = questions.find((question) => question.position === position && question.follows === null);
  if (!asks || followed.length >= mostFollowUps(questions.length - followed.length) || followed.some(({ follows }) => follows === position)) return null;
  const { state, points } = opinionOn({ questionId: asks.questionId, text, earlier: [] });
  const found = state === 'scored' ? followUpTo(asked(bank, asks.questionId), text, points) : null;
  return found && { ...asks, ...found, position: FOLLOW_UP_PLACE + position, follows: position };
}
