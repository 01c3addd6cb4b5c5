// `npm run lint:bank [folder]`: what is wrong with the question bank, one line for each fault; exit 1 when there is any.
import { loadQuestionBank } from '../src/interviews/bank/load-question-bank.ts';
import { lintBank } from '../src/interviews/bank/lint-bank.ts';

let faults;
try {
  const bank = loadQuestionBank(process.argv[2]);
  faults = lintBank(bank);
  process.stdout.write(`${bank.questions.length} questions for ${bank.roles.length} roles\n`);
} catch (error) {
  // The schema names file and field.
  faults = [error.message];
}
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
