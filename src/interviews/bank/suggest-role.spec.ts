import { loadQuestionBank } from './load-question-bank.js';
import { type Background, nearestRoles, suggestRole } from './suggest-role.js';

const bank = loadQuestionBank();
const suggest = (background: Partial<Background>) => suggestRole(bank, { skills: [], titles: [], years: null, ...background });

describe('the role a resume suggests', () => {
  it.each([
    ['Senior Software Engineer, Nordlys Freight', 'software-engineer', 'senior'],
    ['Java Developer', 'software-engineer', null],
    ['Frontend Developer', 'frontend-engineer', null],
    ['Junior Data Analyst', 'data-analyst', 'junior'],
    ['Lead Data Scientist', 'data-scientist', 'senior'],
    ['Product Owner', 'product-manager', null],
    ['UX Designer', 'ux-designer', null],
    ['Product Designer', 'ux-designer', null],
    ['Customer Service Representative', 'customer-support', null],
    ['Account Executive', 'sales-representative', null],
    ['Senior Back-end Engineer', 'backend-engineer', 'senior'],
    ['Android Developer', 'mobile-engineer', null],
    ['React Native Developer', 'mobile-engineer', null],
    ['Junior DevOps Engineer', 'devops-engineer', 'junior'],
    ['Site Reliability Engineer', 'devops-engineer', null],
    ['QA Analyst', 'qa-engineer', null],
    ['Software Tester', 'qa-engineer', null],
    ['Cybersecurity Analyst', 'security-engineer', null],
    ['Penetration Tester', 'security-engineer', null],
    ['Senior Data Engineer', 'data-engineer', 'senior'],
    ['Analytics Engineer', 'data-engineer', null],
    ['IT Project Manager', 'project-manager', null],
    ['Graphic Designer', 'graphic-designer', null],
    ['Second-Line Support', 'it-support-technician', null],
    ['Service Desk Analyst', 'it-support-technician', null],
    ['Key Account Manager', 'account-manager', null],
    ['Senior Accountant', 'accountant', 'senior'],
    ['Accounts Payable Clerk', 'accountant', null],
    ['Financial Analyst', 'financial-analyst', null],
    ['Head of Operations', 'operations-manager', 'senior'],
    ['Production Manager', 'operations-manager', null],
    ['Logistics Manager', 'logistics-coordinator', null],
    ['Freight Forwarder', 'logistics-coordinator', null],
    ['Staff Nurse', 'registered-nurse', null],
    ['Nursing Assistant', 'care-assistant', null],
    ['Health Care Assistant', 'care-assistant', null],
  ])('is told by the title %s', (title, roleId, levelId) => {
    expect(suggest({ titles: [title] })).toMatchObject({ roleId, levelId, because: expect.stringContaining(title) });
  });

  it('is that of the newest title that names one, at the level that its years tell', () => {
    expect(suggest({ titles: ['Barista', 'Software Developer', 'Sales Assistant'], years: 1.5 })).toMatchObject({ roleId: 'software-engineer', levelId: 'junior' });
    expect(suggest({ titles: ['Software Developer'], years: 3 })).toMatchObject({ levelId: 'mid' });
    expect(suggest({ titles: ['Software Developer'], years: 11 })).toMatchObject({ levelId: 'senior' });
  });

  it('is that whose questions name the most skills when no title tells', () => {
    expect(suggest({ titles: ['Captain'], skills: ['Queues', 'kafka', 'Distributed Systems', 'Redis', 'RabbitMQ'] })).toMatchObject({ roleId: 'software-engineer', levelId: null });
  });

  it('is none when nothing tells', () => {
    expect(suggest({})).toBeNull();
    expect(suggest({ titles: ['Captain'], skills: ['Sailing'] })).toBeNull();
  });
});

describe('the roles nearest to a title in somebody’s own words', () => {
  const nearest = (named: string): string[] => nearestRoles(bank, named).map(({ id }) => id);

  it('are those that the title names, the nearest first', () => {
    expect(nearest('Senior Backend Developer (Java)')).toEqual(['backend-engineer', 'software-engineer']);
    expect(nearest('Junior web developer')).toEqual(['frontend-engineer', 'software-engineer']);
    expect(nearest('engineer')).toEqual(bank.roles.filter(({ title }) => /engineer$/i.test(title)).map(({ id }) => id));
    expect(nearest('UX Designer')).toEqual(['ux-designer']);
    expect(nearest('Nurse')).toEqual(['registered-nurse']);
  });

  it('are none when a title shares no more than a word with them, or nothing', () => {
    for (const title of ['Mechanical engineer', 'Security guard', 'Florist', 'Head of', '', '  ', 'Lead']) expect([title, nearest(title)]).toEqual([title, []]);
  });
});
