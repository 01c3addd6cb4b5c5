import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from './read-yaml.js';
import { type SkillDictionary } from './skill-dictionary.js';

/** Skills of which one is enough. */
export type OneOf = readonly string[];

/** What employers usually ask of a role: first what hardly any of them leaves out, then what helps. */
export interface RoleSkills {
  readonly id: string;
  readonly title: string;
  readonly core: readonly OneOf[];
  readonly helpful: readonly OneOf[];
}

const oneOf = z.union([z.string().transform((id) => [id]), z.array(z.string()).min(1)]);
const file = z.record(z.string().regex(/^[a-z-]+$/), z.strictObject({ title: z.string().min(1), core: z.array(oneOf).min(1), helpful: z.array(oneOf) }));

/** The roles a resume can be held against. */
export class RoleCatalogue {
  private constructor(readonly roles: readonly RoleSkills[]) {}

  /** Reads `roles.yaml` beside this file. Throws when it does not fit, or names a skill the dictionary does not have. */
  static load(dictionary: SkillDictionary): RoleCatalogue {
    return RoleCatalogue.parse(readFileSync(join(import.meta.dirname, 'roles.yaml'), 'utf8'), dictionary);
  }

  static parse(yaml: string, dictionary: SkillDictionary): RoleCatalogue {
    const roles = Object.entries(file.parse(readYaml(yaml))).map(([id, role]) => ({ id, ...role }));
    for (const { core, helpful } of roles) [...core, ...helpful].flat().forEach((skill) => dictionary.get(skill));
    return new RoleCatalogue(roles);
  }

  find(id: string): RoleSkills | null {
    return this.roles.find((role) => role.id === id) ?? null;
  }
}
