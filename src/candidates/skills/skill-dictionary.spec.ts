import { RoleCatalogue } from './role-skills.js';
import { loadSkillDictionary, parseSkillDictionary } from './load-skill-dictionary.js';
import { skillCategories } from './skill-dictionary.js';

const dictionary = loadSkillDictionary();

describe('the dictionary', () => {
  it('knows at least 600 skills, some in every category', () => {
    expect(dictionary.size).toBeGreaterThanOrEqual(600);
    const counts = skillCategories.map((category) => dictionary.skills.filter((skill) => skill.category === category).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(15);
  });

  it('gives each skill a name of its own', () => {
    const names = dictionary.skills.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('refuses one spelling for two skills, also across files', () => {
    expect(() => parseSkillDictionary({ language: 'a: { name: Same }\nb: { name: same }' })).toThrow(/stands for a and for b/);
    expect(() => parseSkillDictionary({ language: 'a: { name: Same }', data: 'b: { name: B, aliases: [SAME] }' })).toThrow(/stands for a and for b/);
  });

  it('refuses an id that stands in two files', () => {
    expect(() => parseSkillDictionary({ language: 'a: { name: A }', data: 'a: { name: B }' })).toThrow(/has a twice/);
  });

  it('refuses a category or a key it does not know', () => {
    expect(() => parseSkillDictionary({ cookery: 'a: { name: A }' })).toThrow();
    expect(() => parseSkillDictionary({ language: 'a: { name: A, alias: [b] }' })).toThrow();
  });

  it('refuses a relation that leads nowhere, to itself or in a circle', () => {
    expect(() => parseSkillDictionary({ language: 'a: { name: A, related: [b] }' })).toThrow(/a points to b/);
    expect(() => parseSkillDictionary({ language: 'a: { name: A, broader: [a] }' })).toThrow(/a points to a/);
    expect(() => parseSkillDictionary({ language: 'a: { name: A, broader: [b] }\nb: { name: B, broader: [c] }\nc: { name: C, broader: [a] }' })).toThrow(/circle/);
  });

  it('passes over a stored skill that has left it', () => {
    expect(dictionary.named(['python', 'gone-since'])).toEqual([{ id: 'python', name: 'Python', category: 'language' }]);
  });

  it('knows what a skill shows besides itself, however far up', () => {
    expect([...dictionary.relations.shownBy('nextjs')]).toEqual(['react', 'javascript', 'front-end-development', 'web-development', 'software-engineering']);
    expect(dictionary.relations.shownBy('javascript').size).toBe(0);
  });

  it('knows what is near: in both directions where related, downwards only where one is a kind of the other', () => {
    const { relations } = dictionary;
    expect([relations.isNear('vue', 'react'), relations.isNear('react', 'vue')]).toEqual([true, true]);
    expect([relations.isNear('sql', 'postgresql'), relations.isNear('postgresql', 'sql')]).toEqual([true, false]);
    expect(relations.isNear('nursing', 'react')).toBe(false);
  });
});

describe('the skills of a role', () => {
  it('are known for 24 roles, enough of each to hold a resume against', () => {
    const { roles } = RoleCatalogue.load(dictionary);
    expect(roles).toHaveLength(24);
    for (const { core, helpful } of roles) expect([core.length >= 5, helpful.length >= 4]).toEqual([true, true]);
  });

  it('are refused when the dictionary does not have them', () => {
    expect(() => RoleCatalogue.parse('cook: { title: Cook, core: [soup], helpful: [] }', dictionary)).toThrow(/no skill soup/);
  });
});
