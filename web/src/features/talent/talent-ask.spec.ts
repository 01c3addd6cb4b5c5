import { changed, narrowings, onlyTalentAsk, toggled, without } from './talent-ask.js';

describe('what an address asks for', () => {
  it('is understood word by word, and whatever is not understood is left out', () => {
    expect(onlyTalentAsk({
      text: '  quiet ', allSkills: ['React', '', 7], anySkills: 'Go', level: 'senior', remote: 'moon', minScore: 7.5, 'min.system-design': 6, 'min.__proto__': 5, 'min.delivery': 'high',
      postcode: '10115', sort: 'newest', client: 'x',
    })).toEqual({ text: 'quiet', allSkills: ['React'], anySkills: ['Go'], level: 'senior', minScore: 7.5, 'min.system-design': 6, sort: 'newest' });
    expect(onlyTalentAsk({ minScore: 11, level: null, text: ' ' })).toEqual({});
  });

  it('is the same again after it was an address', () => {
    const ask = onlyTalentAsk({ role: 'Beekeeper', allSkills: ['Go', 'SQL'], minScore: 7 });
    expect(onlyTalentAsk({ ...ask })).toEqual(ask);
  });
});

describe('a search that is changed', () => {
  const ask = onlyTalentAsk({ allSkills: ['Go', 'SQL'], place: 'Oslo', minScore: 7, sort: 'newest' });

  it('loses one word and keeps the others', () => {
    expect(without(ask, 'allSkills', 'Go')).toEqual({ allSkills: ['SQL'], place: 'Oslo', minScore: 7, sort: 'newest' });
    expect(without(without(ask, 'allSkills', 'Go'), 'allSkills', 'SQL')).toEqual({ place: 'Oslo', minScore: 7, sort: 'newest' });
    expect(without(ask, 'minScore', 7)).toEqual({ allSkills: ['Go', 'SQL'], place: 'Oslo', sort: 'newest' });
  });

  it('takes a value on with the first click and lets it go with the second', () => {
    expect(toggled(ask, 'place', 'Bergen', false).place).toBe('Bergen');
    expect(toggled(ask, 'place', 'Oslo', false)).not.toHaveProperty('place');
    expect(toggled(ask, 'allSkills', 'Rust', true).allSkills).toEqual(['Go', 'SQL', 'Rust']);
    expect(toggled(ask, 'allSkills', 'SQL', true).allSkills).toEqual(['Go']);
  });

  it('names everything that narrows it, but not its order', () => {
    expect(narrowings(ask)).toEqual([['allSkills', 'Go'], ['allSkills', 'SQL'], ['place', 'Oslo'], ['minScore', 7]]);
    expect(changed(ask, 'place', '')).not.toHaveProperty('place');
  });
});
