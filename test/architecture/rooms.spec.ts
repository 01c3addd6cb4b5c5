import { roomFaults, webFaults } from './rooms.js';
import { sourceFiles } from './source-files.js';

describe('the rooms of the house', () => {
  it('hold what belongs there, and nothing too long', () => {
    expect(roomFaults(sourceFiles('src'))).toEqual([]);
    expect(roomFaults(sourceFiles('test')).filter((fault) => fault.includes('lines'))).toEqual([]);
  });

  it.each([
    ['the environment read outside config', 'src/accounts/x.ts', 'const url = process.env.DATABASE_URL;'],
    ['a vendor outside its room', 'src/interviews/x.ts', "import { Queue } from 'bullmq';"],
    ['a connection past the database of the house', 'src/interviews/x.ts', "import { Pool } from 'pg';"],
    ['a gateway outside its folder', 'src/payments/settlement/x.ts', "const { Stripe } = await import('stripe');"],
    ['the mapper outside entities', 'src/interviews/interview.repository.ts', "import { type EntityManager } from 'typeorm';"],
    ['Node in what the browser runs', 'src/interviews/scoring/x.ts', "import { readFileSync } from 'node:fs';"],
    ['a score that knows how an answer sounded', 'src/interviews/scorer.ts', "import { deliveryOf } from './replay/delivery.js';"],
    ['a recruiter who is shown how an answer sounded', 'src/recruiters/x.ts', 'const sql = `select speech from interviews.delivery`;'],
    ['a file that is too long', 'src/interviews/x.ts', '\n'.repeat(301)],
  ])('would show %s', (_what, path, text) => {
    expect(roomFaults([{ path, text }])).toHaveLength(1);
  });

  it('of the front end do not open into each other', () => {
    expect(webFaults(sourceFiles('web/src'))).toEqual([]);
  });

  it.each([
    ['a feature that imports another', 'web/src/features/account/x.tsx', "import { Report } from '../results/report';"],
    ['a shared piece that imports a feature', 'web/src/ui/x.tsx', "import { Report } from '../features/results/report';"],
    ['the recorder importing the room it is used in', 'web/src/speaking/x.ts', "import { Room } from '../features/interview-room/room';"],
    ['the recorder knowing the API, which guests have none of', 'web/src/speaking/x.ts', "import { send } from '../api/commands';"],
    ['the client of the API importing the app', 'web/src/api/x.ts', "import { router } from '../app/router';"],
  ])('would show %s', (_what, path, text) => {
    expect(webFaults([{ path, text }])).toHaveLength(1);
  });
});
