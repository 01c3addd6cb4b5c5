import { type QuestionBank } from '../bank/question-bank.js';
import { type Evaluator } from './evaluation.js';
import { LIST_CEILING, SHORTEST_ANSWER } from './guards.js';
import { MEASURED, type MeasuredSet } from './measured.js';
import { CRITERIA, CRITERION_WORDS, RUBRIC } from './rubric.js';

/** One thing said of the evaluator. */
interface Saying {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

/** What anybody may know about how answers are scored here: the numbers are those that run. */
export interface EvaluatorCard {
  readonly rubric: { id: string; criteria: { id: (typeof CRITERIA)[number]; title: string; weight: number; asks: string }[] };
  readonly evaluator: { name: string; version: string };
  readonly guards: Saying[];
  readonly limits: Saying[];
  /** How many questions there are, and how many sample answers they are calibrated on. */
  readonly calibration: { questions: number; modelAnswers: number; thinAnswers: number; offPointAnswers: number; bands: typeof BANDS };
  /** How it does on public sets of marked answers that share nothing with the bank. */
  readonly measured: { evaluatorVersion: string; date: string; source: string; sets: MeasuredSet[] };
  /** What each version changed, the newest first. */
  readonly versions: { version: string; says: string }[];
}

/** Where a sample answer must land that its own question has not been calibrated on. */
export const BANDS = { goodAbove: '7.5', thinFrom: '4', thinTo: '7', offPointBelow: '4' } as const;

const GUARDS: readonly Saying[] = [
  { id: 'echo', title: 'The question said back', says: 'Sentences that only repeat the question count for nothing.' },
  { id: 'said-back', title: 'Our words for yours', says: 'Sentences that share eight words in a row with one of our model answers, or six with a point this question asks for, count for nothing.' },
  { id: 'list', title: 'A list of keywords', says: `Terms without the small words that make sentences of them, or the right phrases strung together with or without filler between them, hold every criterion at ${LIST_CEILING} of 100 or less.` },
  { id: 'repeated-terms', title: 'The same terms again and again', says: `An answer made of a few terms in turn holds every criterion at ${LIST_CEILING} of 100 or less.` },
  { id: 'short', title: 'A very short answer', says: `Below ${SHORTEST_ANSWER} words, no criterion can be high.` },
  { id: 'twice', title: 'The same answer twice', says: 'What was said before, in this answer or in an earlier one of the interview, counts once.' },
  { id: 'off-point', title: 'A good answer to another question', says: 'An answer that makes few of the points asked for cannot win by its form: the other criteria stay near its relevance.' },
  { id: 'language', title: 'Another language, or letters that are no words', says: 'They get no number at all, and the report says why. Answers can be judged in English only.' },
  { id: 'orders', title: 'Words to whoever marks', says: 'Sentences that ask for a score are set aside. They neither help nor hurt.' },
];

const LIMITS: readonly Saying[] = [
  { id: 'paraphrase', title: 'Unusual words', says: 'It looks for words and phrases. A good answer in words it has never met scores too low.' },
  { id: 'truth', title: 'Truth', says: 'It cannot tell whether what you say happened, or whether it is right.' },
  { id: 'negation', title: 'The word “not”', says: 'Put a “not” inside a right answer, and it often passes all the same.' },
  { id: 'order', title: 'Shuffled words', says: 'Words in a wrong order are often not noticed.' },
  { id: 'phrases', title: 'Somebody who knows the phrases', says: 'Strung together they are found out. Put one by one into sentences of their own, they are not.' },
  { id: 'rewording', title: 'A model answer with changed words', says: 'Copied, it is found out. With every few words changed, it is not.' },
  { id: 'calibration', title: 'Other questions than ours', says: 'The public sets have no weak answers to calibrate a question on, so what is measured there is how well it ranks. The ceiling over short answers is left out, since those answers have one sentence.' },
  { id: 'own-questions', title: 'Questions an organisation wrote itself', says: 'Nobody wrote good and weak answers to them for us, so they borrow the scale of our questions. Of 114 of ours, taken without their samples, a good answer stood above a thin one in 100 with six phrases to look for in each point, in 92 with three and in 81 with one. Off the point, all but one stayed below 4.' },
  { id: 'neighbours', title: 'A right answer to a neighbouring question', says: 'Where two questions are about nearly the same, an answer to one can pass for the other.' },
  { id: 'names', title: 'Names without a capital', says: 'Names, places and pronouns change no score. A name written small, or an English word that is a name at the start of a sentence, can be taken for a word.' },
  { id: 'seen-elsewhere', title: 'Questions you have seen elsewhere', says: 'For a certificate, questions do not count whose model outline you were shown here with your account, even in an interview you have deleted. What you read while practising without an account never reaches us, so we cannot know of it. Answers that are nearly the same as earlier ones are looked at by a person.' },
  { id: 'manner', title: 'How you speak', says: 'Accent, grammar, face and voice are not looked at, and nothing is inferred about you.' },
];

const VERSIONS = [
  { version: '4', says: 'Names, places and pronouns count alike, whoever they are. A word that is denied no longer counts as said. Words in the same order count, and words of the question count less. Measured on public sets.' },
  { version: '3', says: 'Right phrases strung together, and our own words said back, are found out, with other talk around them too.' },
  { version: '2', says: 'Each question is calibrated on its own good and weak answers.' },
  { version: '1', says: 'Overlap with the points a question asks for, concreteness and form.' },
] as const;

export function evaluatorCard({ name, version }: Pick<Evaluator, 'name' | 'version'>, { questions }: QuestionBank): EvaluatorCard {
  const sum = (count: (question: QuestionBank['questions'][number]) => number): number => questions.reduce((total, question) => total + count(question), 0);
  return {
    rubric: { id: RUBRIC.id, criteria: CRITERIA.map((id) => ({ id, weight: RUBRIC.weights[id], ...CRITERION_WORDS[id] })) },
    evaluator: { name, version },
    guards: [...GUARDS],
    limits: [...LIMITS],
    calibration: {
      questions: questions.length,
      modelAnswers: sum(({ modelAnswers }) => modelAnswers.length),
      thinAnswers: sum(({ weakAnswers }) => weakAnswers.thin.length),
      offPointAnswers: sum(({ weakAnswers }) => weakAnswers.offPoint.length),
      bands: BANDS,
    },
    measured: { ...MEASURED, sets: [...MEASURED.sets] },
    versions: [...VERSIONS],
  };
}
