import { competenciesNamedIn } from './goals.js';
import { loadQuestionBank } from './load-question-bank.js';

const bank = loadQuestionBank();

describe('goals', () => {
  it('name what to ask about in everyday words', () => {
    expect(competenciesNamedIn(bank, 'I always ramble. I want to explain things in a clear way.')).toContain('communication');
    expect(competenciesNamedIn(bank, 'Talking about conflicts with colleagues')).toContain('collaboration');
    expect(competenciesNamedIn(bank, 'being asked about deadlines I missed')).toContain('delivery');
    expect(competenciesNamedIn(bank, 'How do I negotiate with buyers?')).toContain('persuasion');
  });

  it('name nothing that was not said', () => {
    expect(competenciesNamedIn(bank, 'I would like to get the job in Lisbon.')).toEqual([]);
    expect(competenciesNamedIn(bank, '')).toEqual([]);
  });

  it('can name every competency there is', () => {
    for (const { id, title } of bank.competencies) expect(competenciesNamedIn(bank, `Please ask me about ${title.toLowerCase()}.`)).toContain(id);
  });
});
