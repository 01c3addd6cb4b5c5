import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadQuestionBank, questionBankIn } from './load-question-bank.js';
import { lintBank } from './lint-bank.js';
import { QuestionBank } from './question-bank.js';
import { type Question } from './question.js';

const bank = loadQuestionBank();

describe('the question bank', () => {
  it('knows the 24 roles', () => {
    expect(bank.roles.map(({ id }) => id)).toEqual([
      'software-engineer', 'frontend-engineer', 'data-analyst', 'data-scientist',
      'product-manager', 'ux-designer', 'customer-support', 'sales-representative',
      'backend-engineer', 'mobile-engineer', 'devops-engineer', 'qa-engineer', 'security-engineer',
      'data-engineer', 'project-manager', 'graphic-designer', 'it-support-technician', 'account-manager',
      'accountant', 'financial-analyst', 'operations-manager', 'logistics-coordinator', 'registered-nurse', 'care-assistant',
    ]);
  });

  it('has nothing that its linter finds: enough of everything, nothing twice, nothing copied', () => {
    expect(lintBank(bank)).toEqual([]);
  });

  it.each<[string, (question: Question) => Partial<Question>, RegExp]>([
    ['a text that is no sentence', () => ({ text: 'Something about tests' }), /neither a full stop nor a question mark/],
    ['a role twice', ({ roles }) => ({ roles: [...roles, ...roles] }), /names a role twice/],
    ['a synonym twice', ({ points: [first, ...others] }) => ({ points: [{ ...first!, synonyms: [...first!.synonyms, first!.synonyms[0]!] }, ...others] }), /twice/],
    ['a point that begins like a sentence', ({ points: [first, ...others] }) => ({ points: [{ ...first!, text: 'Check it' }, ...others] }), /begins like a sentence/],
    ['a copied sample', ({ modelAnswers }) => ({ modelAnswers: [...modelAnswers, modelAnswers[0]!] }), /two of its samples share/],
    ['too few model answers', ({ modelAnswers }) => ({ modelAnswers: modelAnswers.slice(0, 2) }), /fewer than 3 model answers/],
    ['no time to answer', () => ({ answerSeconds: 5 }), /times that no interview has/],
  ])('is found at fault by its linter for %s', (_, broken, says) => {
    const [first, ...others] = bank.questions;
    const faults = lintBank(new QuestionBank({ ...bank, questions: [{ ...first!, ...broken(first!) }, ...others] }));
    expect(faults).toEqual([expect.stringMatching(says)]);
  });

  it('is found at fault by its linter for the same question twice, and for a role with too few', () => {
    const [first] = bank.questions;
    expect(lintBank(new QuestionBank({ ...bank, questions: [...bank.questions, { ...first!, id: 'again' }] }))).toEqual([expect.stringMatching(/asks the same as again/)]);
    expect(lintBank(new QuestionBank({ ...bank, questions: bank.questions.slice(0, 20) }))).toEqual(expect.arrayContaining([expect.stringMatching(/^the bank has 20 questions/), expect.stringMatching(/fewer than 12$/)]));
  });

  it('answers null for a question it does not have', () => {
    expect(bank.question('no-such-question')).toBeNull();
  });

  it('refuses a question of a role that does not exist', () => {
    const [first] = bank.questions;
    if (first === undefined) throw new Error('empty bank');
    const data = { ...bank, questions: [{ ...first, roles: ['astronaut'] }] };
    expect(() => new QuestionBank(data)).toThrow('"astronaut" does not exist');
  });

  it('refuses two questions of one id', () => {
    expect(() => new QuestionBank({ ...bank, questions: [...bank.questions, ...bank.questions] })).toThrow('occurs twice');
  });

  it('names the file and the field of what it cannot read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bank-'));
    mkdirSync(join(folder, 'questions'));
    writeFileSync(join(folder, 'roles.yaml'), '- { id: cook, title: Cook, levels: [], competencies: [taste] }');
    expect(() => questionBankIn(folder)).toThrow('roles.yaml: 0.levels');
    rmSync(folder, { recursive: true });
  });
});
