import { type INestApplicationContext } from '@nestjs/common';
import { DemoAccounts } from '../accounts/index.js';
import { demoCertificate } from '../certificates/index.js';
import { DemoInterviews } from '../interviews/index.js';
import { demoPayments } from '../payments/index.js';
import { Database } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { demoHiring, DemoTalent } from '../recruiters/index.js';
import { type DemoCandidate, demoCandidates, type DemoPerson } from './demo-people.js';
import { quietly } from './quietly.js';

const PASSWORD = 'three quiet words';
/** As many are made side by side as keep the database and two processors busy. */
const AT_ONCE = 6;

const people: readonly DemoPerson[] = [
  { name: 'Priya Raman', email: 'priya@demo.example', roles: ['candidate'] },
  { name: 'Tomás Oliveira', email: 'tomas@demo.example', roles: ['candidate'] },
  { name: 'Noor van Dijk', email: 'recruiter@demo.example', roles: ['candidate', 'recruiter'] },
  { name: 'Ingrid Solheim', email: 'operator@demo.example', roles: ['candidate', 'operator'] },
];
const AGENCY = { name: 'Harbour Talent', kind: 'agency', domain: 'harbour-talent.example', clients: [{ name: 'Northwind Rail', domain: 'northwind-rail.example' }] } as const;

/** Adds a believable world once, and prints whom one can sign in as. */
await quietly(async (app) => {
  const made = await app.get(DemoAccounts).create([...people, ...demoCandidates], PASSWORD);
  const priya = made.get('priya@demo.example');
  const recruiter = made.get('recruiter@demo.example');
  if (priya) await practise(app, priya);
  if (priya) await demoPayments(app, { accountId: priya, payer: { accountId: priya }, product: 'practice-monthly', details: { name: 'Priya Raman', address: 'Kastanienallee 4, 10435 Berlin', country: 'DE' } });
  if (recruiter) await app.get(Database).transaction((tx) => app.get(DemoTalent).found(tx, recruiter, AGENCY));
  await addTalent(app, made);
  if (recruiter) await invitePeople(app, recruiter, made);
  const how = app.get(Policy).values.signIn.ways.includes('password') ? ` / ${PASSWORD}` : ', by a link that lies in the built-in inbox';
  for (const { name, email, roles } of people) process.stdout.write(`${name} (${roles.join(', ')}): ${email}${how}\n`);
});

async function practise(app: INestApplicationContext, id: string): Promise<void> {
  const interviews = app.get(DemoInterviews);
  await interviews.take(id, { roleId: 'software-engineer', levelId: 'mid', daysAgo: 24, answers: ['thin', 'thin', 'none'] });
  await interviews.take(id, { roleId: 'software-engineer', levelId: 'mid', daysAgo: 11, answers: ['good', 'thin', 'thin', 'good'] });
  const earned = await interviews.take(id, { roleId: 'backend-engineer', levelId: 'mid', daysAgo: 6, answers: ['good', 'good', 'good', 'good', 'good'] });
  // Asked for before others give the same sample answers: nobody has to look at it first.
  await demoCertificate(app, id, earned, 'Priya Raman');
  await interviews.take(id, { roleId: 'software-engineer', levelId: 'senior', daysAgo: 2, answers: ['good', 'good', 'thin', 'good', 'good'] });
}

/** Those recruiters can find. */
async function addTalent(app: INestApplicationContext, made: ReadonlyMap<string, string>): Promise<void> {
  const left = demoCandidates.filter(({ email }) => made.has(email));
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) await addOne(app, made.get(next.email) ?? '', next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function addOne(app: INestApplicationContext, id: string, { profile, interview }: DemoCandidate): Promise<void> {
  if (interview) await app.get(DemoInterviews).take(id, interview);
  await app.get(Database).transaction((tx) => app.get(DemoTalent).list(tx, id, profile));
}

/** Two have answered, one of them for people alone to judge; the third, whom one can sign in as, has not looked yet. */
async function invitePeople(app: INestApplicationContext, recruiterId: string, made: ReadonlyMap<string, string>): Promise<void> {
  const [first, second] = demoCandidates;
  const wish = (person: DemoPerson | undefined, judgedBy: 'ai' | 'people' | null, answers: readonly ('good' | 'thin')[]) =>
    (person ? [{ accountId: made.get(person.email) ?? '', email: person.email, name: person.name, judgedBy, answers }] : []);
  await demoHiring(app, recruiterId, [...wish(first, 'ai', ['good', 'thin', 'good']), ...wish(second, 'people', ['good', 'good', 'thin']), ...wish(people[1], null, [])]);
}
