import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
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

const spellings = z.array(z.string().min(1)).default([]);
const entry = z.strictObject({
  name: z.string().min(1), aliases: spellings, exact: spellings, careful: spellings, not: spellings, broader: spellings, related: spellings,
});
const file = z.record(z.string().regex(/^[a-z0-9-]+$/), entry);
type Entry = z.infer<typeof entry>;

/** The skills we know, every way to write them, and how they hang together. */
export class SkillDictionary {
  private readonly byId = new Map<string, Skill>();
  private readonly byFirstWord = new Map<string, Spelling[]>();
  readonly relations: SkillRelations;

  private constructor(relations: SkillRelations) {
    this.relations = relations;
  }

  /** Reads `dictionary/` beside this file. Throws when a file does not fit, a spelling stands for two skills, or a relation leads nowhere. */
  static load(): SkillDictionary {
    const folder = join(import.meta.dirname, 'dictionary');
    return SkillDictionary.parse(Object.fromEntries(readdirSync(folder).map((name) => [name.replace(/\.yaml$/, ''), readFileSync(join(folder, name), 'utf8')])));
  }

  /** YAML by category. */
  static parse(files: Readonly<Record<string, string>>): SkillDictionary {
    const entries = Object.entries(files).flatMap(([name, yaml]) => {
      const category = z.enum(skillCategories).parse(name);
      return Object.entries(file.parse(parse(yaml))).map(([id, said]) => ({ skill: { id, name: said.name, category }, said }));
    });
    const dictionary = new SkillDictionary(new SkillRelations(entries.map(({ skill: { id }, said: { broader, related } }) => ({ id, broader, related }))));
    for (const { skill, said } of entries) dictionary.add(skill, said);
    // The longest spelling is tried first, so that React Native is not read as React.
    for (const list of dictionary.byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
    return dictionary;
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

  private add(skill: Skill, { name, aliases, exact, careful, not }: Entry): void {
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
