import { loadSkillDictionary } from './load-skill-dictionary.js';
import { SkillIndex } from './skill-index.js';

const index = new SkillIndex(loadSkillDictionary());
const namesFor = (text: string): string[] => index.suggest(text).map(({ name }) => name);

describe('a skill that is being typed', () => {
  it.each([
    ['in any case', 'POSTGRESQL', 'PostgreSQL'], ['unfinished', 'postgr', 'PostgreSQL'], ['by an alias', 'sklearn', 'scikit-learn'], ['by the second of its words', 'boosting', 'Gradient boosting'],
    ['with letters exchanged', 'kubernets', 'Kubernetes'], ['with a letter missing', 'pyton', 'Python'], ['with two slips', 'kuberntees', 'Kubernetes'], ['unfinished and with a slip', 'postgers', 'PostgreSQL'], ['unfinished and with a letter missing', 'terafo', 'Terraform'],
  ])('%s is found', (_, typed, name) => {
    expect(namesFor(typed).slice(0, 3)).toContain(name);
  });

  it('comes first when it is written out, and brings at most eight', () => {
    expect(namesFor('Java')[0]).toBe('Java');
    expect(namesFor('Go')[0]).toBe('Go');
    expect(namesFor('a')).toHaveLength(8);
  });

  it('is nothing when it is like nothing, or nothing was typed', () => {
    expect([namesFor('xqzw'), namesFor('  '), namesFor('!'), namesFor('xy')]).toEqual([[], [], [], []]);
  });

  it('is told from its neighbours by its signs', () => {
    expect(['C', 'c++', 'C#', 'sklearn', 'Basket weaving'].map((name) => index.idOf(name))).toEqual(['c', 'cpp', 'csharp', 'scikit-learn', null]);
    expect([index.named('SKLEARN'), index.named('Basket weaving')]).toEqual([{ id: 'scikit-learn', name: 'scikit-learn' }, { id: null, name: 'Basket weaving' }]);
  });
});
