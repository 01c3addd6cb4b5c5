import { type BankQuestion, type OwnQuestion, type TemplateContent, type TemplateMaterial, type TemplateQuestion } from '../../api/template-queries.js';
import { count } from '../../lib/format.js';

export const kindWords: Readonly<Record<OwnQuestion['kind'], string>> = {
  behavioural: 'From experience: “tell me about a time”', situational: 'A situation: “what would you do”', technical: 'Technical', motivation: 'Motivation',
};

export const answerKindWords = { text: 'typed', audio: 'spoken', video: 'spoken with picture' } as const;

/** A question as it will be asked, wherever it comes from; null when it has left the bank. */
export interface AskedQuestion {
  readonly key: string;
  readonly text: string;
  readonly competencies: readonly string[];
  readonly points: readonly string[];
  readonly anchors: BankQuestion['anchors'];
  readonly thinkSeconds: number;
  readonly answerSeconds: number;
}

export const keyOf = (question: TemplateQuestion): string => (question.source === 'own' ? question.id : question.questionId);

export function askedAs(question: TemplateQuestion, { questions }: Pick<TemplateMaterial, 'questions'>): AskedQuestion | null {
  if (question.source === 'own') return { ...question, key: question.id, points: question.points.map(({ text }) => text) };
  const known = questions.find(({ id }) => id === question.questionId);
  return known ? { ...known, key: known.id, thinkSeconds: question.thinkSeconds ?? known.thinkSeconds, answerSeconds: question.answerSeconds ?? known.answerSeconds } : null;
}

/** "2:30", "45 s". */
export function showSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`} min`;
}

/** "About 14 minutes in all": as long as it takes when every clock runs out. */
export function totalTime({ questions }: Pick<TemplateContent, 'questions'>, material: Pick<TemplateMaterial, 'questions'>): string {
  const seconds = questions.reduce((sum, question) => {
    const asked = askedAs(question, material);
    return sum + (asked ? asked.thinkSeconds + asked.answerSeconds : 0);
  }, 0);
  return `about ${count(Math.max(1, Math.ceil(seconds / 60)), 'minute')}`;
}

export const titleIn = (list: readonly { id: string; title: string }[], id: string): string => list.find((each) => each.id === id)?.title ?? id;
