import fc from 'fast-check';
import { loadQuestionBank } from './load-question-bank.js';
import { planQuestions, type PlanRequest } from './planner.js';
import { type Question } from './question.js';

const bank = loadQuestionBank();
const request = (change: Partial<PlanRequest> = {}): PlanRequest => ({
  bank, roleId: 'software-engineer', level: 'mid', count: 6, skills: [], wanted: [], sought: [], lastAsked: new Map(), competencyId: null, seed: 'a', ...change,
});
const plan = (change: Partial<PlanRequest> = {}): string[] => planQuestions(request(change)).map(({ id }) => id);

describe('planning an interview', () => {
  it('asks other questions for another seed', () => {
    const plans = ['a', 'b', 'c', 'd', 'e'].map((seed) => plan({ seed }).join());
    expect(new Set(plans).size).toBeGreaterThan(2);
  });

  it('prefers questions that fit the resume, in whatever case it writes its skills', () => {
    expect(plan({ skills: ['Queues', 'KAFKA', 'Redis'], count: 2 })).toContain('notification-delivery');
  });

  it('prefers questions that fit the job description, and heeds it more than the resume', () => {
    expect(plan({ wanted: ['Queues', 'Redis'], count: 1 })).toEqual(['notification-delivery']);
    expect(plan({ wanted: ['Queues', 'Redis'], skills: ['SQL', 'PostgreSQL'], count: 1 })).toEqual(['notification-delivery']);
  });

  it('asks about the goals first, and about them more often than about the rest', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const about = (sought: string[]): number[] => planQuestions(request({ seed, sought, count: 8 })).flatMap(({ competencies }, index) => (competencies.includes('learning') ? [index] : []));
      expect(about(['learning'])[0]).toBe(0);
      expect(about(['learning']).length).toBeGreaterThan(about([]).length);
    }
  });

  it('asks in another way once two questions were of one kind, also where a goal is left that is asked about in that kind alone', () => {
    for (const [roleId, sought, seed] of [['product-manager', ['delivery', 'collaboration', 'ownership'], 'b'], ['data-analyst', ['analysis', 'data-quality', 'prioritisation'], 'f']] as const) {
      const asked = planQuestions(request({ roleId, sought, seed, count: 4 }));
      expect(new Set(asked.slice(0, 3).map(({ kind }) => kind)).size).toBe(2);
      expect(asked.flatMap(({ competencies }) => competencies)).toEqual(expect.arrayContaining([...sought]));
    }
  });

  it('asks somebody whose role it does not know what is asked of everybody, and what the job description names', () => {
    const general = planQuestions(request({ roleId: 'general', count: 12 }));
    expect(general.length).toBeGreaterThanOrEqual(8);
    expect(general.every(({ kind, roles }) => kind !== 'technical' && roles.length >= 5)).toBe(true);
    expect(plan({ roleId: 'general', wanted: ['Kafka', 'Redis'], count: 12 })).toContain('notification-delivery');
  });

  it('asks questions whose model outline was read only when there is no other left, however long ago that was', () => {
    const all = bank.questionsFor('software-engineer', 'mid').map(({ id }) => id);
    const [unknown, shown] = [all.slice(0, 4), new Set(all.slice(4))];
    const lastAsked = new Map(unknown.map((id) => [id, 1]));
    const asked = plan({ shown, lastAsked, count: 6 });
    expect(new Set(asked.slice(0, 4))).toEqual(new Set(unknown));
    expect(asked).toHaveLength(6);
  });

  it('asks nothing for a role that does not exist, and nothing for a competency nobody asks about', () => {
    expect(plan({ roleId: 'astronaut' })).toEqual([]);
    expect(plan({ competencyId: 'levitation' })).toEqual([]);
  });

  it('drills one competency alone, and borrows from other levels before it asks too little', () => {
    const asked = plan({ competencyId: 'system-design', level: 'junior', count: 3 });
    expect(asked.every((id) => bank.question(id)?.competencies.includes('system-design'))).toBe(true);
    expect(asked).toHaveLength(3);
  });
});

/** Any interview somebody may ask for, after any past. */
const anyRequest = fc.constantFrom(...bank.roles).chain((role) => {
  const questions = bank.questions.filter(({ roles }) => roles.includes(role.id)).map(({ id }) => id);
  const skills = fc.subarray([...new Set(bank.questions.flatMap((question) => question.skills))]);
  return fc.record({
    bank: fc.constant(bank), roleId: fc.constant(role.id), level: fc.constantFrom(...role.levels), count: fc.integer({ min: 1, max: 20 }),
    skills, wanted: skills, sought: fc.subarray([...role.competencies]), seed: fc.string(), competencyId: fc.option(fc.constantFrom(...role.competencies), { nil: null, freq: 4 }),
    lastAsked: fc.tuple(fc.shuffledSubarray(questions), fc.integer({ min: 1, max: 5 })).map(([ids, rounds]) => new Map(ids.map((id, index) => [id, 1 + (index % rounds)]))),
  });
});

describe('any plan', () => {
  it('is as long as was asked for or as the bank allows, repeats nothing, and keeps to its role and level', () => {
    fc.assert(fc.property(anyRequest, (wish) => {
      const questions = planQuestions(wish);
      const there = bank.questionsFor(wish.roleId, wish.level);
      if (wish.competencyId === null) {
        expect(questions).toHaveLength(Math.min(wish.count, there.length));
        expect(questions.filter((question) => !there.includes(question))).toEqual([]);
      }
      expect(new Set(questions).size).toBe(questions.length);
      expect(questions.filter(({ roles }) => !roles.includes(wish.roleId))).toEqual([]);
      expect(questions.filter(({ competencies }) => wish.competencyId !== null && !competencies.includes(wish.competencyId))).toEqual([]);
    }));
  });

  it('is the same for the same request, whatever the order in which skills and the past are told', () => {
    fc.assert(fc.property(anyRequest, (wish) => {
      const told = { ...wish, skills: [...wish.skills].reverse(), wanted: [...wish.wanted].reverse(), lastAsked: new Map([...wish.lastAsked].reverse()) };
      expect(planQuestions(told)).toEqual(planQuestions(wish));
    }));
  });

  it('asks nobody a question again while one is left that was never asked, or was asked longer ago', () => {
    fc.assert(fc.property(anyRequest, (wish) => {
      const last = (id: string): number => wish.lastAsked.get(id) ?? 0;
      const asked = planQuestions(wish);
      const left = bank.questionsFor(wish.roleId, wish.level).filter((question) => !asked.includes(question) && (wish.competencyId === null || question.competencies.includes(wish.competencyId)));
      const latest = Math.max(0, ...asked.map(({ id }) => last(id)));
      expect(left.filter(({ id }) => last(id) < latest)).toEqual([]);
    }));
  });

  it('asks a newcomer about every competency that the level knows, as soon as there are as many questions as competencies', () => {
    fc.assert(fc.property(anyRequest, (wish) => {
      const there = new Set(bank.questionsFor(wish.roleId, wish.level).flatMap(({ competencies }) => competencies));
      const asked = planQuestions({ ...wish, lastAsked: new Map(), competencyId: null, count: there.size });
      expect(new Set(asked.flatMap(({ competencies }) => competencies))).toEqual(there);
    }));
  });

  it('is made of two kinds of question at least, from three questions on', () => {
    fc.assert(fc.property(anyRequest, (wish) => {
      const kinds = (questions: readonly Question[]): number => new Set(questions.map(({ kind }) => kind)).size;
      const asked = planQuestions({ ...wish, lastAsked: new Map(), competencyId: null, count: Math.max(3, wish.count) });
      expect(kinds(asked)).toBeGreaterThanOrEqual(Math.min(2, kinds(bank.questionsFor(wish.roleId, wish.level))));
    }));
  });
});
