import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadQuestionBank } from './load-question-bank.js';
import { QuestionBank } from './question-bank.js';

const bank = loadQuestionBank();

describe('the question bank', () => {
  it('knows the eight roles', () => {
    expect(bank.roles.map(({ id }) => id)).toEqual([
      'software-engineer', 'frontend-engineer', 'data-analyst', 'data-scientist',
      'product-manager', 'ux-designer', 'customer-support', 'sales-representative',
    ]);
  });

  it('has at least twelve questions for each role at each of its levels, of every kind', () => {
    for (const role of bank.roles) {
      for (const level of role.levels) {
        const questions = bank.questionsFor(role.id, level);
        expect({ role: role.id, level, enough: questions.length >= 12 }).toEqual({ role: role.id, level, enough: true });
        expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(['behavioural', 'situational', 'technical', 'motivation']));
      }
    }
  });

  it('has at least 48 different questions', () => {
    expect(new Set(bank.questions.map(({ text }) => text)).size).toBeGreaterThanOrEqual(48);
  });

  it('names each role of a question once', () => {
    expect(bank.questions.filter(({ roles }) => new Set(roles).size !== roles.length)).toEqual([]);
  });

  it('asks about every competency of a role at every level', () => {
    for (const role of bank.roles) {
      for (const level of role.levels) {
        const asked = new Set(bank.questionsFor(role.id, level).flatMap(({ competencies }) => competencies));
        expect(role.competencies.filter((competency) => !asked.has(competency))).toEqual([]);
      }
    }
  });

  it('teaches with at least three model answers that share few words', () => {
    for (const { id, modelAnswers } of bank.questions) {
      expect(modelAnswers.length).toBeGreaterThanOrEqual(3);
      const [first = '', second = ''] = modelAnswers;
      const runs = (text: string): string[] => text.split(/\s+/).map((_, index, words) => words.slice(index, index + 6).join(' '));
      expect({ id, copied: runs(first).slice(0, -5).filter((run) => second.includes(run)) }).toEqual({ id, copied: [] });
    }
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
    expect(() => loadQuestionBank(folder)).toThrow('roles.yaml: 0.levels');
    rmSync(folder, { recursive: true });
  });
});
