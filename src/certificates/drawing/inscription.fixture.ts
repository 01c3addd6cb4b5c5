import { type Inscription } from '../facts.js';

/** A certificate as it could have been earned, to be drawn in tests and measurements. */
export function anInscription({ facts, ...rest }: Partial<Omit<Inscription, 'facts'>> & { facts?: Partial<Inscription['facts']> } = {}): Inscription {
  return {
    id: '0199a000-0000-7000-8000-000000000001',
    slug: 'k3Jx9Qm2TzVb7LwRp0sYdA',
    url: 'https://vivavoce.example/c/k3Jx9Qm2TzVb7LwRp0sYdA',
    name: 'Mária Őszi-Novák',
    issuedAt: new Date('2026-08-31T14:05:00Z'),
    validUntil: new Date('2027-02-28T14:05:00Z'),
    ...rest,
    facts: {
      roleTitle: 'Backend engineer', levelTitle: 'Senior', overall: '8.04', exact: '201/25', mark: '7.5',
      competencies: [
        { title: 'Problem solving', score: '8.40' }, { title: 'System design', score: '7.90' }, { title: 'Communication', score: '8.10' },
        { title: 'Ownership', score: '7.75' }, { title: 'Learning', score: '8.05' },
      ],
      questions: 6,
      evaluator: { name: 'Viva Voce built-in', version: '4', builtIn: true, person: false },
      rubric: 'interview/2',
      transcripts: ['program', 'typed'], transcribers: ['Whisper base.en'],
      takenAt: '2026-08-30T09:00:00.000Z', clip: null,
      ...facts,
    },
  };
}
