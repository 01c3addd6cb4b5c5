import { planQuestions } from '../../../../src/interviews/bank/planner.js';
import { answerView } from '../../../../src/interviews/answer-view.js';
import { BuiltInEvaluator } from '../../../../src/interviews/scoring/built-in-evaluator.js';
import { storedScore } from '../../../../src/interviews/stored-score.js';
import { bank } from './bank.js';
import { type Asked, type Replies, type Request } from './examiner-words.js';

/** Asks and judges beside the page: the code that runs on the server, on nobody's machine but the guest's. */
const evaluator = new BuiltInEvaluator(bank);

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  postMessage({ number: data.number, reply: replyTo(data.request) });
});

function replyTo(request: Request): Replies[Request['kind']] {
  switch (request.kind) {
    case 'roles':
      return bank.roles.map(({ id, title }) => ({ id, title }));
    case 'question':
      return questionFor(request.roleId, request.seen);
    case 'judgement':
      return judge(request.questionId, request.text);
  }
}

/** What was asked longest ago, and first of all what was not asked at all; `seen` has the oldest first. */
function questionFor(roleId: string, seen: readonly string[]): Replies['question'] {
  const level = bank.role(roleId)?.levels[1] ?? 'mid';
  const lastAsked = new Map(seen.map((id, index) => [id, index]));
  const [question] = planQuestions({ bank, roleId, level, count: 1, skills: [], wanted: [], sought: [], lastAsked, competencyId: null, seed: String(Math.random()) });
  if (!question) throw new Error(`There is no question for ${roleId}.`);
  return { id: question.id, text: question.text, competencies: question.competencies.map((id) => bank.competencyTitle(id)) };
}

function judge(questionId: string, text: string): Replies['judgement'] {
  const question = bank.question(questionId);
  if (!question) throw new Error(`There is no question ${questionId}.`);
  const score = storedScore(question, evaluator.evaluate({ question, answer: text, earlierAnswers: [] }));
  return answerView({ ...score, position: 1, question: question.text, kind: question.kind, competencies: question.competencies, text, followUp: null, attempts: [] });
}
