import { type BankData, type Competency, type Question, type Role } from './question.js';

/** The set of questions for a role that the bank does not know: what is asked of everybody, whatever the trade. */
export const GENERAL = 'general';
/** Questions that half of all roles share are nobody's trade. */
const ROLES_OF_A_GENERAL_QUESTION = 12;

/** Every role, competency and question we may ask. Pure, so that a guest's browser can hold one too. */
export class QuestionBank {
  readonly roles: readonly Role[];
  readonly competencies: readonly Competency[];
  readonly questions: readonly Question[];
  /** Stands in for roles the bank does not know; it is not among `roles`. */
  readonly general: Role;
  readonly #byId: ReadonlyMap<string, Question>;

  /** Throws when a question names a role, level or competency that does not exist, or an id occurs twice. */
  constructor(data: BankData) {
    this.roles = data.roles;
    this.competencies = data.competencies;
    this.questions = data.questions;
    this.#byId = new Map(data.questions.map((question) => [question.id, question]));
    const faults = [...repeatedIds(data), ...danglingNames(data)];
    if (faults.length > 0) throw new Error(`The question bank contradicts itself:\n${faults.join('\n')}`);
    this.general = generalRole(this.questions.filter(isGeneral));
  }

  /** Questions of one role (or `GENERAL`) at one level, in the order of the bank; empty when the role or level is unknown. */
  questionsFor(roleId: string, level: string): Question[] {
    return this.questions.filter((question) => (roleId === GENERAL ? isGeneral(question) : question.roles.includes(roleId)) && question.levels.includes(level));
  }

  /** The question of that id, or null. */
  question(id: string): Question | null {
    return this.#byId.get(id) ?? null;
  }

  /** How a competency is called; its id when it has left the bank. */
  competencyTitle(id: string): string {
    return this.competencies.find((competency) => competency.id === id)?.title ?? id;
  }

  /** The role of that id, the general one for `GENERAL`, or null. */
  role(id: string): Role | null {
    if (id === GENERAL) return this.general;
    return this.roles.find((role) => role.id === id) ?? null;
  }
}

function isGeneral({ kind, roles }: Question): boolean {
  return kind !== 'technical' && roles.length >= ROLES_OF_A_GENERAL_QUESTION;
}

function generalRole(questions: readonly Question[]): Role {
  const each = <T>(values: readonly T[]): T[] => [...new Set(values)];
  return { id: GENERAL, title: 'General questions', levels: each(questions.flatMap(({ levels }) => levels)), competencies: each(questions.flatMap(({ competencies }) => competencies)) };
}

function repeatedIds({ roles, competencies, questions }: BankData): string[] {
  const lists: [string, readonly string[]][] = [
    ['roles', roles.map(({ id }) => id)],
    ['competencies', competencies.map(({ id }) => id)],
    ['questions', questions.map(({ id }) => id)],
    ...questions.map(({ id, points }): [string, string[]] => [`${id}: points`, points.map((point) => point.id)]),
  ];
  return lists.flatMap(([where, ids]) => {
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    return twice.map((id) => `${where}: "${id}" occurs twice`);
  });
}

function danglingNames({ roles, competencies, questions }: BankData): string[] {
  const competencyIds = competencies.map(({ id }) => id);
  const unknown = (where: string, names: readonly string[], known: readonly string[]): string[] =>
    names.filter((name) => !known.includes(name)).map((name) => `${where}: "${name}" does not exist`);
  return [
    ...roles.flatMap((role) => unknown(`${role.id}: competencies`, role.competencies, competencyIds)),
    ...questions.flatMap((question) => {
      const asked = roles.filter(({ id }) => question.roles.includes(id));
      return [
        ...unknown(`${question.id}: competencies`, question.competencies, competencyIds),
        ...unknown(`${question.id}: roles`, question.roles, roles.map(({ id }) => id)),
        ...unknown(`${question.id}: levels`, question.levels, asked.flatMap(({ levels }) => levels)),
      ];
    }),
  ];
}
