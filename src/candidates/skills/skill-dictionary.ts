import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { wordsOf } from './words.js';

/** The fields a skill belongs to. */
export const skillCategories = [
  'language', 'frontend', 'backend', 'mobile', 'data', 'ai', 'database', 'infrastructure', 'quality', 'security', 'engineering',
  'product', 'design', 'general',
] as const;
export type SkillCategory = (typeof skillCategories)[number];

/** A skill as people see it; `id` is what is stored. */
export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly category: SkillCategory;
}

/** How a spelling counts: in any case, as it is written (or in capitals), or besides only where skills are spoken of. */
export type Care = 'any' | 'exact' | 'careful';

/** One spelling of a skill, cut into words. */
export interface Spelling {
  readonly skill: Skill;
  readonly words: readonly string[];
  readonly written: string;
  readonly care: Care;
}

const spellings = z.array(z.string().min(1)).default([]);
const file = z.partialRecord(
  z.enum(skillCategories),
  z.record(z.string().regex(/^[a-z0-9-]+$/), z.strictObject({ name: z.string().min(1), aliases: spellings, exact: spellings, careful: spellings })),
);

/** The skills we know and every way to write them. */
export class SkillDictionary {
  private readonly byId = new Map<string, Skill>();
  private readonly byFirstWord = new Map<string, Spelling[]>();

  private constructor() {}

  /** Reads `skills.yaml` beside this file. Throws when it does not fit, or when one spelling stands for two skills. */
  static load(): SkillDictionary {
    return SkillDictionary.parse(readFileSync(join(import.meta.dirname, 'skills.yaml'), 'utf8'));
  }

  static parse(yaml: string): SkillDictionary {
    const dictionary = new SkillDictionary();
    for (const [category, skills] of Object.entries(file.parse(parse(yaml)))) {
      for (const [id, { name, aliases, exact, careful }] of Object.entries(skills)) {
        const skill: Skill = { id, name, category: category as SkillCategory };
        if (dictionary.byId.has(id)) throw new Error(`skills.yaml: ${id} stands there twice`);
        dictionary.byId.set(id, skill);
        const asWritten = new Set([...exact, ...careful]);
        const anyCase = [name, ...aliases].filter((spelling) => !asWritten.has(spelling));
        anyCase.forEach((spelling) => dictionary.learn(skill, spelling, 'any'));
        exact.forEach((spelling) => dictionary.learn(skill, spelling, 'exact'));
        careful.forEach((spelling) => dictionary.learn(skill, spelling, 'careful'));
      }
    }
    // The longest spelling is tried first, so that React Native is not read as React.
    for (const list of dictionary.byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
    return dictionary;
  }

  get size(): number {
    return this.byId.size;
  }

  /** The skills behind stored ids, in their order; an id that has left the dictionary is passed over. */
  named(ids: readonly string[]): Skill[] {
    return ids.map((id) => this.byId.get(id)).filter((skill) => skill !== undefined);
  }

  /** Every spelling that begins with this word (in lower case), the longest first. */
  startingWith(word: string): readonly Spelling[] {
    return this.byFirstWord.get(word) ?? [];
  }

  private learn(skill: Skill, written: string, care: Care): void {
    const words = wordsOf(written).map(({ text }) => text);
    const [first] = words;
    if (first === undefined) throw new Error(`skills.yaml: ${skill.id}: "${written}" holds no word`);
    const known = this.byFirstWord.get(first) ?? [];
    const twin = known.find((other) => other.words.join(' ') === words.join(' '));
    if (twin) throw new Error(`skills.yaml: "${written}" stands for ${twin.skill.id} and for ${skill.id}`);
    this.byFirstWord.set(first, [...known, { skill, words, written, care }]);
  }
}
