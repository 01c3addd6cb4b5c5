import { describe, expect, it } from '@jest/globals';
import { loadQuestionBank } from './load-question-bank.js';
import { planQuestions, type PlanRequest } from './planner.js';

const bank = loadQuestionBank();
const plan = (change: Partial<PlanRequest> = {}): string[] =>
  planQuestions({ bank, roleId: 'software-engineer', level: 'mid', count: 6, skills: [], alreadyAsked: [], seed: 'a', ...change }).map(({ id }) => id);

describe('planning an interview', () => {
  it('asks the same questions in the same order for the same seed', () => {
    expect(plan()).toEqual(plan());
  });

  it('asks other questions for another seed', () => {
    const plans = ['a', 'b', 'c', 'd', 'e'].map((seed) => plan({ seed }).join());
    expect(new Set(plans).size).toBeGreaterThan(2);
  });

  it('asks about every competency of the role in six questions', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const asked = new Set(plan({ seed }).flatMap((id) => bank.question(id)?.competencies ?? []));
      expect([...asked].sort()).toEqual([...(bank.role('software-engineer')?.competencies ?? [])].sort());
    }
  });

  it('asks nothing again while there is something new', () => {
    const first = plan();
    const second = plan({ alreadyAsked: first, seed: 'b' });
    expect(second.filter((id) => first.includes(id))).toEqual([]);
  });

  it('asks again rather than asking too little', () => {
    const all = bank.questionsFor('software-engineer', 'mid').map(({ id }) => id);
    expect(plan({ alreadyAsked: all })).toHaveLength(6);
  });

  it('prefers questions that fit the resume, in whatever case it writes its skills', () => {
    const asked = plan({ skills: ['Queues', 'KAFKA', 'Redis'], count: 2 });
    expect(asked).toContain('notification-delivery');
  });

  it('asks nobody a question of another level', () => {
    const asked = plan({ level: 'junior', count: 50 });
    expect(asked).not.toContain('notification-delivery');
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('asks nothing for a role that does not exist', () => {
    expect(plan({ roleId: 'astronaut' })).toEqual([]);
  });
});
