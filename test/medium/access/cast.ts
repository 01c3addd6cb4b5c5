import { handedIn, type PublishedTemplate, publishedTemplate } from '../../support/invited.js';
import { type ListedCandidate, listedCandidate } from '../../support/listed-candidate.js';
import { personWith, signedIn } from '../../support/people.js';
import { type Visitor } from '../../support/visitor.js';
import { type World } from '../../support/world.js';
import { type Actor } from './expected.js';

export interface Cast {
  readonly actors: Readonly<Record<Actor, Visitor>>;
  readonly candidate: ListedCandidate;
  readonly recruiter: Awaited<ReturnType<World['recruiter']>>;
  readonly template: PublishedTemplate;
  /** What somebody holds that opens routes without an account, by its kind. */
  readonly tokens: Readonly<Partial<Record<Actor, string>>>;
}

/** One of each kind, with one role alone, so that no other role opens what theirs does not. */
export async function castOf(world: World): Promise<Cast> {
  const candidate = await listedCandidate(world);
  const [recruiter, elsewhere] = [await world.recruiter({ organisation: { kind: 'agency', clients: [{ name: 'Borealis' }] } }), await world.recruiter({ organisation: { kind: 'agency' } })];
  await world.database.query(`update accounts.account set roles = array['recruiter'] where id = any ($1)`, [[recruiter.accountId, elsewhere.accountId]]);
  const actors = {
    guest: world.visitor(), candidate: candidate.visitor, 'other candidate': (await listedCandidate(world)).visitor, recruiter: recruiter.visitor, 'recruiter elsewhere': elsewhere.visitor,
    client: world.visitor(), interviewer: await withRole(world, 'interviewer'), operator: await withRole(world, 'operator'),
  };
  const template = await publishedTemplate(world, recruiter.organisationId, { clientName: 'Borealis' });
  return { actors, candidate, recruiter, template, tokens: { client: await linkToResults(world, recruiter.visitor, template) } };
}

/** What somebody at the client of an agency was mailed. */
export async function linkToResults(world: World, agency: Visitor, template: PublishedTemplate): Promise<string> {
  const { invitationId } = await handedIn(world, template, { clientSharing: true });
  const made = await agency.post(`/api/templates/${template.templateId}/client-links`, { invitationIds: [invitationId], recipientName: 'Bo Client', recipientEmail: 'bo@borealis.example', days: 3 });
  if (made.status >= 300) throw new Error(`No link was made: ${made.text}`);
  return world.tokenMailedTo('bo@borealis.example');
}

async function withRole(world: World, role: 'interviewer' | 'operator'): Promise<Visitor> {
  const id = await personWith(world, { email: `${role}@example.com`, roles: [role] });
  if (role === 'operator') await world.database.query(`insert into accounts.second_factor (account_id, sealed_secret, confirmed_at) values ($1, 'sealed', clock.now())`, [id]);
  const visitor = world.visitor();
  visitor.keep(`viva.session_token=${await signedIn(world, id)}; Path=/`);
  return visitor;
}
