import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from './read-yaml.js';
import { skillCategories, SkillDictionary } from './skill-dictionary.js';

const spellings = z.array(z.string().min(1)).default([]);
const entry = z.strictObject({
  name: z.string().min(1), aliases: spellings, exact: spellings, careful: spellings, not: spellings, broader: spellings, related: spellings,
});
const file = z.record(z.string().regex(/^[a-z0-9-]+$/), entry);
const files = z.partialRecord(z.enum(skillCategories), file);

let own: SkillDictionary | undefined;

/** What `dictionary/` beside this file says, read once. Throws when a file does not fit, a spelling stands for two skills, or a relation leads nowhere. */
export function loadSkillDictionary(): SkillDictionary {
  const folder = join(import.meta.dirname, 'dictionary');
  return (own ??= parseSkillDictionary(Object.fromEntries(readdirSync(folder).map((name) => [name.replace(/\.yaml$/, ''), readFileSync(join(folder, name), 'utf8')]))));
}

/** YAML by category. */
export function parseSkillDictionary(yaml: Readonly<Record<string, string>>): SkillDictionary {
  return new SkillDictionary(files.parse(Object.fromEntries(Object.entries(yaml).map(([name, text]) => [name, readYaml(text)]))));
}
