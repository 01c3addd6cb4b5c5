import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { QuestionBank } from './question-bank.js';
import { Competency, Question, Role } from './question.js';

const BESIDE_THIS_FILE = fileURLToPath(new URL('.', import.meta.url));

/** Reads the YAML files beside this one, in `src` and in `dist` alike. Throws an error that names file and field. */
export function loadQuestionBank(folder: string = BESIDE_THIS_FILE): QuestionBank {
  const questionFiles = readdirSync(join(folder, 'questions')).filter((name) => name.endsWith('.yaml')).sort();
  return new QuestionBank({
    roles: read(folder, 'roles.yaml', z.array(Role)),
    competencies: read(folder, 'competencies.yaml', z.array(Competency)),
    questions: questionFiles.map((name) => readQuestion(folder, name)),
  });
}

function readQuestion(folder: string, name: string): Question {
  const file = `questions/${name}`;
  const question = read(folder, file, Question);
  if (`${question.id}.yaml` !== name) throw new Error(`${file}: id: must be the name of the file`);
  return question;
}

function read<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parseYaml(file, readFileSync(join(folder, file), 'utf8')));
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
