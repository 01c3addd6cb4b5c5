import { DemoAccounts, type DemoPerson } from '../accounts/index.js';
import { DemoInterviews } from '../interviews/index.js';
import { quietly } from './quietly.js';

const PASSWORD = 'three quiet words';

const people: readonly DemoPerson[] = [
  { name: 'Priya Raman', email: 'priya@demo.example', password: PASSWORD, roles: ['candidate'] },
  { name: 'Tomás Oliveira', email: 'tomas@demo.example', password: PASSWORD, roles: ['candidate'] },
  { name: 'Ingrid Solheim', email: 'operator@demo.example', password: PASSWORD, roles: ['candidate', 'operator'] },
];

/** Adds a believable world once, and prints whom one can sign in as. */
await quietly(async (app) => {
  const accounts = app.get(DemoAccounts);
  const interviews = app.get(DemoInterviews);
  for (const person of people) {
    const { id, isNew } = await accounts.create(person);
    if (!isNew || person.email !== 'priya@demo.example') continue;
    await interviews.take(id, { roleId: 'software-engineer', levelId: 'mid', daysAgo: 24, answers: ['thin', 'thin', 'none'] });
    await interviews.take(id, { roleId: 'software-engineer', levelId: 'mid', daysAgo: 11, answers: ['good', 'thin', 'thin', 'good'] });
    await interviews.take(id, { roleId: 'software-engineer', levelId: 'senior', daysAgo: 2, answers: ['good', 'good', 'thin', 'good', 'good'] });
  }
  for (const { name, email, roles } of people) process.stdout.write(`${name} (${roles.join(', ')}): ${email} / ${PASSWORD}\n`);
});
