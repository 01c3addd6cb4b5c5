import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { QuestionBank } from './question-bank.js';
import { Competency, Question, Role } from './question.js';

const BESIDE_THIS_FILE = fileURLToPath(new URL('.', import.meta.url));

let own: QuestionBank | undefined;

/** The bank of the YAML files beside this one, in `src` and in `dist` alike, read once. Throws an error that names file and field. */
export function loadQuestionBank(): QuestionBank {
  return (own ??= questionBankIn(BESIDE_THIS_FILE));
}

/** Reads a bank. Throws as `loadQuestionBank` does. */
export function questionBankIn(folder: string): QuestionBank {
  const known = compiledIn(folder);
  const questionFiles = readdirSync(join(folder, 'questions')).filter((name) => name.endsWith('.yaml')).sort();
  return new QuestionBank({
    roles: read({ folder, known }, 'roles.yaml', z.array(Role)),
    competencies: read({ folder, known }, 'competencies.yaml', z.array(Competency)),
    questions: questionFiles.map((name) => readQuestion({ folder, known }, name)),
  });
}

interface Source {
  readonly folder: string;
  /** What texts say that were read before, by their hash. */
  readonly known: Readonly<Record<string, unknown>>;
}

/** What `bin/compile-yaml.mjs` wrote when this was built; nothing where it was not. */
function compiledIn(folder: string): Source['known'] {
  try {
    return JSON.parse(readFileSync(join(folder, 'compiled.json'), 'utf8')) as Source['known'];
  } catch {
    return {};
  }
}

function readQuestion(source: Source, name: string): Question {
  const file = `questions/${name}`;
  const question = read(source, file, Question);
  if (`${question.id}.yaml` !== name) throw new Error(`${file}: id: must be the name of the file`);
  return question;
}

function read<T>({ folder, known }: Source, file: string, schema: z.ZodType<T>): T {
  const text = readFileSync(join(folder, file), 'utf8');
  const result = schema.safeParse(known[createHash('sha256').update(text).digest('hex')] ?? parseYaml(file, text));
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`);
  throw new Error(faults.join('\n'));
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Error(`${file}: is not YAML`, { cause });
  }
}
