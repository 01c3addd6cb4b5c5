import { z } from 'zod';

const Text = z.string().trim().min(1);
const Graded = z.object({ text: z.string(), score: z.number().min(0).max(5) });
const Labelled = z.object({ text: z.string(), label: z.enum(['correct', 'incorrect']) });

const Line = z.object({ question: Text, references: z.array(Text).min(1) });
const LabelledLine = Line.extend({ answers: z.array(Labelled) });
const GradedLine = Line.extend({ answers: z.array(Graded) });

/** One question with what a right answer says, and answers that people marked: `mark` is 0 or 1, or from 0 to 5. */
export interface MarkedQuestion {
  readonly question: string;
  readonly references: readonly string[];
  readonly answers: readonly { readonly text: string; readonly mark: number }[];
}

export interface AnswerSet {
  readonly kind: 'labelled' | 'graded';
  readonly questions: readonly MarkedQuestion[];
}

/** Reads one question a line. Throws an error that names the line and the field. */
export function readAnswerSet(jsonl: string, name: string): AnswerSet {
  const lines = jsonl.split('\n').map((text, index) => ({ text, where: `${name}, line ${index + 1}` })).filter(({ text }) => text.trim() !== '');
  const [first] = lines;
  if (first === undefined) throw new Error(`${name} has no questions.`);
  const kind = /"score"\s*:/.test(first.text) ? 'graded' : 'labelled';
  const questions = lines.map(({ text, where }) => readLine(kind, text, where));
  if (questions.length < 2) throw new Error(`${name} has one question; at least two are needed, since the threshold is never fitted on the question that is judged.`);
  return { kind, questions };
}

function readLine(kind: AnswerSet['kind'], text: string, where: string): MarkedQuestion {
  const content = parsed(text, where);
  if (kind === 'graded') {
    const { answers, ...line } = checked(GradedLine, content, where);
    return { ...line, answers: answers.map(({ text: said, score }) => ({ text: said, mark: score })) };
  }
  const { answers, ...line } = checked(LabelledLine, content, where);
  return { ...line, answers: answers.map(({ text: said, label }) => ({ text: said, mark: label === 'correct' ? 1 : 0 })) };
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${where}: is not JSON`, { cause });
  }
}

function checked<T>(schema: z.ZodType<T>, content: unknown, where: string): T {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${where}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not what was expected'}`);
}
