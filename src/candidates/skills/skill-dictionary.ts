import { SkillRelations } from './skill-relations.js';
import { wordsOf } from './words.js';

/** The fields a skill belongs to; each has a file of its own. */
export const skillCategories = [
  'language', 'frontend', 'backend', 'mobile', 'data', 'ai', 'database', 'infrastructure', 'quality', 'security', 'engineering',
  'product', 'design', 'marketing', 'sales', 'support', 'finance', 'operations', 'health', 'office', 'general',
] as const;
export type SkillCategory = (typeof skillCategories)[number];

/** A skill as people see it; `id` is what is stored. */
export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly category: SkillCategory;
}

/** How a spelling counts: in any case, as it is written (or in capitals), besides only where skills are spoken of, or never. */
export type Care = 'any' | 'exact' | 'careful' | 'never';

/** One spelling of a skill, cut into words. */
export interface Spelling {
  readonly skill: Skill;
  readonly words: readonly string[];
  readonly written: string;
  readonly care: Care;
}

/** What a file of the dictionary says of one skill. */
export interface SkillEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly exact: readonly string[];
  readonly careful: readonly string[];
  readonly not: readonly string[];
  readonly broader: readonly string[];
  readonly related: readonly string[];
}

/** The whole dictionary as plain data, the form in which it travels to a guest's browser: by category, then by id. */
type SkillFiles = Readonly<Partial<Record<SkillCategory, Readonly<Record<string, SkillEntry>>>>>;

/** The skills we know, every way to write them, and how they hang together. */
export class SkillDictionary {
  private readonly byId = new Map<string, Skill>();
  private readonly byFirstWord = new Map<string, Spelling[]>();
  readonly relations: SkillRelations;

  /** Throws when a spelling stands for two skills, or a relation leads nowhere. */
  constructor(files: SkillFiles) {
    const entries = skillCategories.flatMap((category) => Object.entries(files[category] ?? {}).map(([id, said]) => ({ skill: { id, name: said.name, category }, said })));
    this.relations = new SkillRelations(entries.map(({ skill: { id }, said: { broader, related } }) => ({ id, broader, related })));
    for (const { skill, said } of entries) this.add(skill, said);
    // The longest spelling is tried first, so that React Native is not read as React.
    for (const list of this.byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  get size(): number {
    return this.byId.size;
  }

  get skills(): readonly Skill[] {
    return [...this.byId.values()];
  }

  /** Every way to write every skill. */
  get spellings(): readonly Spelling[] {
    return [...this.byFirstWord.values()].flat();
  }

  /** The skills behind stored ids, in their order; an id that has left the dictionary is passed over. */
  named(ids: readonly string[]): Skill[] {
    return ids.map((id) => this.byId.get(id)).filter((skill) => skill !== undefined);
  }

  /** The skill behind an id that is known to be one; throws when it is none. */
  get(id: string): Skill {
    const skill = this.byId.get(id);
    if (!skill) throw new Error(`The dictionary has no skill ${id}`);
    return skill;
  }

  /** Every spelling that begins with this word (in lower case), the longest first. */
  startingWith(word: string): readonly Spelling[] {
    return this.byFirstWord.get(word) ?? [];
  }

  private add(skill: Skill, { name, aliases, exact, careful, not }: SkillEntry): void {
    if (this.byId.has(skill.id)) throw new Error(`The dictionary has ${skill.id} twice`);
    this.byId.set(skill.id, skill);
    const asWritten = new Set([...exact, ...careful]);
    [name, ...aliases].filter((spelling) => !asWritten.has(spelling)).forEach((spelling) => this.learn(skill, spelling, 'any'));
    exact.forEach((spelling) => this.learn(skill, spelling, 'exact'));
    careful.forEach((spelling) => this.learn(skill, spelling, 'careful'));
    not.forEach((spelling) => this.learn(skill, spelling, 'never'));
  }

  private learn(skill: Skill, written: string, care: Care): void {
    const words = wordsOf(written).map(({ text }) => text);
    const [first] = words;
    if (first === undefined) throw new Error(`The dictionary: ${skill.id}: "${written}" holds no word`);
    const known = this.byFirstWord.get(first) ?? [];
    const twin = known.find((other) => other.words.join(' ') === words.join(' '));
    if (twin) throw new Error(`The dictionary: "${written}" stands for ${twin.skill.id} and for ${skill.id}`);
    this.byFirstWord.set(first, [...known, { skill, words, written, care }]);
  }
}
