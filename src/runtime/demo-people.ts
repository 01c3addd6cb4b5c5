import { type DemoAccounts } from '../accounts/index.js';
import { type DemoInterviews } from '../interviews/index.js';
import { type DemoProfile } from '../recruiters/index.js';

export type DemoPerson = Parameters<DemoAccounts['create']>[0][number];

/** Somebody made up, with what they say of themself, and the interview they took if they took one. */
export interface DemoCandidate extends DemoPerson {
  readonly profile: DemoProfile;
  readonly interview: Parameters<DemoInterviews['take']>[1] | null;
}

const FIRST = [
  'Amara', 'Bence', 'Chiara', 'Dilan', 'Elif', 'Farid', 'Greta', 'Hana', 'Ivo', 'Jomo', 'Katya', 'Lucía', 'Mateus', 'Nia', 'Oskar', 'Paloma', 'Quang', 'Ravi', 'Sanna', 'Tariq',
  'Uma', 'Vera', 'Wanjiru', 'Ximena', 'Yusuf', 'Zofia', 'Aiko', 'Björn', 'Camille', 'Deniz', 'Efua', 'Florin', 'Giulia', 'Henrik', 'Inês', 'Jasper', 'Kavya',
] as const;
const LAST = [
  'Okafor', 'Nagy', 'Ferri', 'Yıldız', 'Haddad', 'Lindqvist', 'Tanaka', 'Petrov', 'Mwangi', 'Sokolova', 'Herrera', 'Barros', 'Adeyemi', 'Bergström', 'Vidal', 'Tran', 'Menon', 'Virtanen', 'Aziz',
  'Shah', 'Novák', 'Njeri', 'Rojas', 'Demir', 'Kowalska', 'Mori', 'Hansen', 'Laurent', 'Kaya', 'Mensah', 'Popescu', 'Conti', 'Dahl', 'Nunes', 'Visser', 'Iyer', 'Quist', 'Farrugia', 'Oduya', 'Salo', 'Brandt',
] as const;
const PLACES = [
  ['Berlin', 'DE', 'de'], ['Lisbon', 'PT', 'pt'], ['Warsaw', 'PL', 'pl'], ['Nairobi', 'KE', 'sw'], ['Bengaluru', 'IN', 'hi'], ['Barcelona', 'ES', 'es'], ['Lyon', 'FR', 'fr'], ['Lagos', 'NG', 'yo'],
  ['Helsinki', 'FI', 'fi'], ['Toronto', 'CA', 'fr'], ['Utrecht', 'NL', 'nl'], ['São Paulo', 'BR', 'pt'], ['Milan', 'IT', 'it'],
] as const;
const ROLES = [
  { id: 'software-engineer', title: 'Software engineer', at: ['payments', 'logistics', 'public transport', 'online learning', 'energy meters'], skills: ['TypeScript', 'Java', 'Go', 'Python', 'PostgreSQL', 'Kubernetes', 'Docker', 'REST APIs', 'System design', 'Git', 'Apache Kafka', 'Redis', 'Terraform', 'AWS', 'Unit testing'] },
  { id: 'frontend-engineer', title: 'Front-end engineer', at: ['maps', 'web shops', 'newsrooms', 'health records', 'booking sites'], skills: ['TypeScript', 'JavaScript', 'React', 'Vue.js', 'CSS', 'HTML', 'Accessibility', 'Design systems', 'Vite', 'Playwright', 'Web performance', 'GraphQL', 'Responsive design'] },
  { id: 'data-analyst', title: 'Data analyst', at: ['retail', 'hospitals', 'subscriptions', 'city planning', 'insurance'], skills: ['SQL', 'Excel', 'Python', 'Tableau', 'Power BI', 'Data visualisation', 'Statistics', 'A/B testing', 'Data cleaning', 'dbt', 'Reporting'] },
  { id: 'data-scientist', title: 'Data scientist', at: ['fraud detection', 'demand forecasts', 'speech recognition', 'weather forecasts', 'recommendations'], skills: ['Python', 'SQL', 'Machine learning', 'scikit-learn', 'PyTorch', 'Statistics', 'pandas', 'Hypothesis testing', 'Time-series forecasting', 'Model deployment', 'Causal inference'] },
  { id: 'product-manager', title: 'Product manager', at: ['banking', 'travel', 'marketplaces', 'developer tools', 'telemedicine'], skills: ['Product management', 'Roadmapping', 'Product discovery', 'User interviews', 'A/B testing', 'Prioritisation', 'Stakeholder management', 'SQL', 'Product metrics', 'Agile'] },
  { id: 'ux-designer', title: 'UX designer', at: ['public services', 'cars', 'games', 'museums', 'finance'], skills: ['Figma', 'UX design', 'User research', 'Prototyping', 'Interaction design', 'Usability testing', 'Design systems', 'Accessibility', 'Information architecture', 'UI design'] },
  { id: 'customer-support', title: 'Customer support agent', at: ['airlines', 'broadband', 'software', 'home delivery', 'utilities'], skills: ['Customer support', 'Zendesk', 'Complaint handling', 'Live chat support', 'Knowledge base writing', 'Troubleshooting', 'Written communication', 'Active listening', 'Ticketing systems'] },
  { id: 'sales-representative', title: 'Sales representative', at: ['solar panels', 'software', 'office supplies', 'medical devices', 'events'], skills: ['B2B sales', 'Negotiation', 'Prospecting', 'Salesforce', 'Lead qualification', 'Closing deals', 'Presenting', 'Account management', 'Cold calling', 'HubSpot'] },
] as const;
const SAYINGS = [
  (title: string, field: string) => `${title} with a soft spot for ${field}`,
  (title: string, field: string) => `${title}, most recently in ${field}`,
  (_title: string, field: string) => `Likes the hard questions of ${field}`,
  (title: string, field: string) => `${title} who has seen ${field} from both sides`,
] as const;
const LEVELS = ['junior', 'mid', 'senior', 'mid', 'senior', 'junior', 'lead'] as const;
const REMOTE = ['hybrid', 'remote', 'any', 'onsite', 'hybrid'] as const;
const READY = ['now', 'month', 'quarter', 'month', 'looking_later', 'now'] as const;
const CHOICES = [
  ['availability', 'languages', 'place', 'scores'], ['place', 'scores'], ['answers', 'availability', 'email', 'languages', 'name', 'place', 'scores'], ['scores'], ['availability', 'languages', 'place'], [], ['languages', 'place', 'scores'],
] as const;
const ANSWERS = [
  ['good', 'good', 'good'], ['good', 'thin', 'good'], ['thin', 'good', 'thin'], ['good', 'good', 'thin'], ['thin', 'thin', 'good'], ['good', 'good', 'none'], ['thin', 'thin', 'thin'],
] as const;

/** The same people each time: three hundred who let recruiters find them, about half of them with an interview to show. */
export const demoCandidates: readonly DemoCandidate[] = Array.from({ length: 300 }, (_, index) => candidate(index));

function candidate(index: number): DemoCandidate {
  const role = at(ROLES, index);
  const level = at(LEVELS, index * 5 + Math.floor(index / 8));
  const [place, country, tongue] = at(PLACES, index * 7 + Math.floor(index / 13));
  return {
    name: `${at(FIRST, index)} ${at(LAST, index * 3 + Math.floor(index / 37))}`,
    email: `candidate${index + 1}@demo.example`,
    roles: ['candidate'],
    profile: {
      headline: at(SAYINGS, Math.floor(index / 3))(role.title, at(role.at, Math.floor(index / 2))),
      roleId: role.id, roleTitle: role.title, levelId: level, place, country,
      skills: someOf(role.skills, index, 4 + (index % 5)),
      remote: at(REMOTE, index * 3), languages: [...new Set(['en', tongue])], availability: at(READY, index * 11),
      shares: at(CHOICES, index + Math.floor(index / 7)),
    },
    interview: (index + Math.floor(index / ROLES.length)) % 2 === 0 ? null : { roleId: role.id, levelId: level === 'lead' ? 'senior' : level, daysAgo: 1 + (index % 60), answers: at(ANSWERS, Math.floor(index / 2)) },
  };
}

function someOf(list: readonly string[], start: number, count: number): string[] {
  return Array.from({ length: Math.min(count, list.length) }, (_, index) => at(list, start + index * (list.length % 3 === 0 ? 2 : 3))).filter((value, index, all) => all.indexOf(value) === index);
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
