import { randomUUID } from 'node:crypto';
import { fitContent, publishedTemplate, someQuestions } from '../../support/templates.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Draft { id: string; version: number; revision: number; content: typeof fitContent; clientName: string | null; faults: { field: string; says: string }[] }
interface Shown { id: string; archivedAt: string | null; draft: Draft | null; published: { id: string; version: number; content: typeof fitContent; clientName: string | null } | null; versions: { version: number }[] }
interface Line { id: string; jobTitle: string; clientName: string | null; version: number | null; hasDraft: boolean; invitations: Record<string, number> }

let world: World;
let acme: Awaited<ReturnType<World['recruiter']>>;
let colleague: Visitor;
let rival: Visitor;
beforeAll(async () => {
  world = await World.create();
  acme = await world.recruiter({ organisation: { name: 'Acme', kind: 'agency', clients: [{ name: 'Hooli' }, { name: 'Initech' }, { name: 'Globex' }] } });
  colleague = (await world.recruiter({ organisationId: acme.organisationId, roles: ['recruiter'] })).visitor;
  rival = (await world.recruiter()).visitor;
});
afterAll(() => world.destroy());

const begun = async (jobTitle = 'Data analyst'): Promise<Shown> => (await acme.visitor.post('/api/templates', { jobTitle, clientId: null })).body as Shown;
const read = async (id: string, who = acme.visitor): Promise<Shown> => (await who.get(`/api/templates/${id}`)).body as Shown;
const save = (id: string, revision: number, change: object = {}, clientId: string | null = null, who = acme.visitor): Promise<Answer> => who.put(`/api/templates/${id}/draft`, { revision, clientId, content: { ...fitContent, ...change } });
const publish = (id: string, revision: number): Promise<Answer> => acme.visitor.post(`/api/templates/${id}/publication`, { revision });
const listed = async (who = acme.visitor): Promise<Line[]> => ((await who.get('/api/templates')).body as { templates: Line[] }).templates;

describe('a draft of a template', () => {
  it('tells whoever writes it what good answers say; with that they earn no certificate of their own', async () => {
    const { visitor, accountId } = await world.recruiter();
    const { questions } = (await visitor.get('/api/template-material')).body as { questions: { id: string; points: string[] }[] };
    expect(questions.every(({ points }) => points.length > 0)).toBe(true);
    const shown = await world.database.query<{ id: string }>('select question_id as id from interviews.shown_outline where account_id = $1', [accountId]);
    expect(shown.map(({ id }) => id).sort()).toEqual(questions.map(({ id }) => id).sort());
  });

  it('is kept however little of it is written, for all recruiters of the organisation', async () => {
    const { id } = await begun('Night nurse');
    expect((await save(id, 1, { jobTitle: '', questions: [] })).status).toBe(200);
    expect(await read(id, colleague)).toMatchObject({ published: null, draft: { version: 1, revision: 2, content: { jobTitle: '' } } });
    expect((await listed(colleague)).find((line) => line.id === id)).toMatchObject({ jobTitle: 'A job without a title', version: null, hasDraft: true, invitations: {} });
  });

  it('loses nothing to a second tab: who read it before the last save is told, and overwrites nothing', async () => {
    const { id } = await begun();
    expect((await save(id, 1, { jobTitle: 'From the first tab' })).status).toBe(200);
    const late = await save(id, 1, { jobTitle: 'From the second tab' }, null, colleague);
    expect(late).toMatchObject({ status: 409, body: { code: 'recruiters.template_changed_elsewhere' } });
    expect((await publish(id, 1)).body).toMatchObject({ code: 'recruiters.template_changed_elsewhere' });
    expect((await read(id)).draft?.content.jobTitle).toBe('From the first tab');
    const both = await Promise.all([save(id, 2), save(id, 2, {}, null, colleague)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is not published before it is whole, and says beside each field what is missing', async () => {
    const { id } = await begun();
    const saved = await save(id, 1, { competencies: ['problem-solving'], questions: [], newYork: { auditDate: '2020-01-01', auditUrl: 'acme.com' } });
    const { faults } = (saved.body as Shown).draft!;
    const refused = await publish(id, 2);
    expect(refused).toMatchObject({ status: 422, body: { code: 'recruiters.template_not_ready' } });
    expect(Object.keys((refused.body as { fields: object }).fields).sort()).toEqual(['competencies', 'deadlineDays', 'newYork.auditDate', 'newYork.auditUrl', 'questions']);
    expect(faults.map(({ field }) => field).sort()).toEqual(['competencies', 'deadlineDays', 'newYork.auditDate', 'newYork.auditUrl', 'questions']);
    expect((await read(id)).published).toBeNull();
  });

  it('refuses what no draft can hold, and keeps what was there', async () => {
    const { id } = await begun();
    const tooMuch = await save(id, 1, { jobTitle: 'x'.repeat(121), retakes: 10, questions: Array.from({ length: 13 }, () => ({ source: 'bank', questionId: 'x' })) });
    expect(tooMuch).toMatchObject({ status: 422, body: { fields: { 'content.jobTitle': expect.any(String), 'content.retakes': expect.any(String), 'content.questions': expect.any(String) } } });
    expect((await read(id)).draft).toMatchObject({ revision: 1, content: { jobTitle: 'Data analyst' } });
  });

  it('is thrown away alone, or with the template that was never published', async () => {
    const { templateId } = await publishedTemplate(acme.visitor);
    await acme.visitor.post(`/api/templates/${templateId}/draft`);
    expect((await acme.visitor.delete(`/api/templates/${templateId}/draft?revision=1`)).status).toBe(204);
    expect(await read(templateId)).toMatchObject({ draft: null, published: { version: 1 } });
    const { id } = await begun();
    expect((await acme.visitor.delete(`/api/templates/${id}/draft?revision=1`)).status).toBe(204);
    expect((await acme.visitor.get(`/api/templates/${id}`)).status).toBe(404);
  });
});

describe('a published template', () => {
  it('stays what it is: the next words are a version of their own', async () => {
    const { templateId, versionId } = await publishedTemplate(acme.visitor);
    expect((await save(templateId, 2)).body).toMatchObject({ code: 'recruiters.template_has_no_draft' });
    const next = (await acme.visitor.post(`/api/templates/${templateId}/draft`)).body as Shown;
    expect(next.draft).toMatchObject({ version: 2, revision: 1, content: { jobTitle: 'Data analyst' } });
    await save(templateId, 1, { jobTitle: 'Senior data analyst', questions: next.draft!.content.questions });
    expect((await read(templateId)).published).toMatchObject({ id: versionId, version: 1, content: { jobTitle: 'Data analyst' } });
    expect((await publish(templateId, 2)).body).toMatchObject({ draft: null, published: { version: 2, content: { jobTitle: 'Senior data analyst' } }, versions: [{ version: 2 }, { version: 1 }] });
  });

  it('cannot be changed by SQL either; only the client it names may go', async () => {
    const clients = ((await acme.visitor.get('/api/template-material')).body as { clients: { id: string; name: string }[] }).clients;
    const { versionId } = await publishedTemplate(acme.visitor, {}, clients.find(({ name }) => name === 'Initech')!.id);
    for (const change of [`content = '{}'`, `job_title = 'Other'`, 'published_at = null', 'version = 7', `client_name = 'Other'`, 'revision = 9', `client_id = '${clients[0]!.id}'`]) {
      await expect(world.database.query(`update recruiters.template_version set ${change} where id = $1`, [versionId])).rejects.toThrow('does not change');
    }
    expect((await acme.visitor.delete(`/api/organisation/clients/${clients.find(({ name }) => name === 'Initech')!.id}`)).status).toBe(200);
    expect((await world.visitor().get(`/api/ai-notices/${versionId}`)).body).toMatchObject({ clientName: 'Initech' });
  });

  it('is copied with new questions of its own, and archived until it is taken out again; nobody is invited with an archived one or a draft', async () => {
    const own = {
      source: 'own' as const, id: randomUUID(), text: 'How would you explain a median to a colleague?', kind: 'technical' as const, competencies: ['problem-solving'],
      points: [{ text: 'say that half lie below', synonyms: ['half of them', 'the middle', 'in the middle'] }, { text: 'compare it with the mean', synonyms: ['average', 'outliers', 'very large value'] }],
      anchors: { 1: 'Guesses.', 3: 'Says what it is.', 5: 'Says when it is better than the mean.' }, thinkSeconds: 30, answerSeconds: 120,
    };
    const { templateId } = await publishedTemplate(acme.visitor, { questions: [own, (await someQuestions(acme.visitor))[1]!] });
    const copy = (await acme.visitor.post(`/api/templates/${templateId}/copy`)).body as Shown;
    expect(copy.draft).toMatchObject({ version: 1, faults: [], content: { jobTitle: 'Data analyst (copy)', questions: [{ text: own.text }, {}] } });
    expect(copy.draft!.content.questions[0]).not.toMatchObject({ id: own.id });
    expect((await acme.visitor.put(`/api/templates/${templateId}/archive`, {})).body).toMatchObject({ archivedAt: expect.any(String) });
    const invite = (id: string): Promise<Answer> => acme.visitor.post(`/api/templates/${id}/invitations/preview`, { list: 'ada@example.com' });
    expect((await invite(templateId)).body).toMatchObject({ code: 'recruiters.template_archived' });
    expect((await invite(copy.id)).body).toMatchObject({ code: 'recruiters.template_not_published' });
    expect((await listed()).map(({ id }) => id)).not.toContain(templateId);
    expect(((await acme.visitor.get('/api/templates?archived=true')).body as { templates: Line[] }).templates.map(({ id }) => id)).toEqual([templateId]);
    expect((await acme.visitor.delete(`/api/templates/${templateId}/archive`)).body).toMatchObject({ archivedAt: null });
  });

  it('[MO04] names the client an agency hires for, to whoever is invited; only one that the agency declared', async () => {
    const { clients } = (await acme.visitor.get('/api/template-material')).body as { clients: { id: string; name: string }[] };
    const hooli = clients.find(({ name }) => name === 'Hooli')!.id;
    const { templateId, versionId } = await publishedTemplate(acme.visitor, {}, hooli);
    expect((await world.visitor().get(`/api/ai-notices/${versionId}`)).body).toMatchObject({ organisation: { name: 'Acme', kind: 'agency' }, clientName: 'Hooli', jobTitle: 'Data analyst' });
    expect((await listed()).find(({ id }) => id === templateId)).toMatchObject({ clientName: 'Hooli' });
    expect((await rival.post('/api/templates', { jobTitle: 'Theirs', clientId: hooli })).body).toMatchObject({ code: 'recruiters.unknown_client', fields: { clientId: expect.any(String) } });
    const { id } = await begun();
    expect((await save(id, 1, {}, randomUUID())).body).toMatchObject({ code: 'recruiters.unknown_client' });
  });

  it('does not go out for a client that is none any more', async () => {
    const globex = ((await acme.visitor.get('/api/template-material')).body as { clients: { id: string; name: string }[] }).clients.find(({ name }) => name === 'Globex')!.id;
    const { id } = await begun();
    await save(id, 1, { questions: await someQuestions(acme.visitor) }, globex);
    await acme.visitor.delete(`/api/organisation/clients/${globex}`);
    expect(await publish(id, 2)).toMatchObject({ status: 422, body: { fields: { clientId: expect.stringContaining('no longer one of yours') } } });
  });
});

describe('templates', () => {
  it('are nobody else’s: another organisation, an absent id and a malformed one get the same bytes', async () => {
    const { templateId } = await publishedTemplate(acme.visitor);
    const tries = (id: string): Promise<Answer[]> => Promise.all([
      rival.get(`/api/templates/${id}`), rival.post(`/api/templates/${id}/copy`), rival.put(`/api/templates/${id}/archive`, {}), rival.delete(`/api/templates/${id}/archive`),
      rival.post(`/api/templates/${id}/draft`), save(id, 1, {}, null, rival), rival.delete(`/api/templates/${id}/draft?revision=1`), rival.post(`/api/templates/${id}/publication`, { revision: 1 }),
    ]);
    const answers = (await Promise.all([tries(templateId), tries(randomUUID()), tries('x')])).flat();
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
    expect(await listed(rival)).toEqual([]);
  });

  it('are for recruiters of an approved organisation', async () => {
    const { visitor: billing } = await world.recruiter({ organisationId: acme.organisationId, roles: ['billing'] });
    expect((await billing.get('/api/templates')).body).toMatchObject({ code: 'recruiters.not_your_part' });
    const { visitor: waiting } = await world.recruiter({ approved: false });
    expect((await waiting.get('/api/template-material')).body).toMatchObject({ code: 'recruiters.not_approved' });
    expect((await (await world.candidate()).get('/api/templates')).status).toBe(403);
  });

  it('end at the number that the policy allows, and come in pages', async () => {
    const busy = await world.recruiter();
    await world.database.query(
      `with made as (insert into recruiters.template (id, organisation_id) select gen_random_uuid(), $1 from generate_series(1, 200) returning id)
       insert into recruiters.template_version (id, template_id, version, job_title, content) select gen_random_uuid(), id, 1, 'Job', $2 from made`,
      [busy.organisationId, JSON.stringify(fitContent)]);
    expect((await busy.visitor.post('/api/templates', { jobTitle: 'One more', clientId: null })).body).toMatchObject({ code: 'recruiters.templates_full' });
    const seen = new Set<string>();
    for (let after: string | null = ''; after !== null;) {
      const { templates, next } = (await busy.visitor.get(`/api/templates${after ? `?after=${after}` : ''}`)).body as { templates: Line[]; next: string | null };
      for (const { id } of templates) seen.add(id);
      after = next;
    }
    expect(seen.size).toBe(200);
  });
});

describe('the notice about the program that scores', () => {
  it('can be read by anybody once the version is published, and says who scores, by what, and what is kept', async () => {
    const { templateId, versionId } = await publishedTemplate(acme.visitor, { deadlineDays: 30, newYork: { auditDate: new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10), auditUrl: 'https://acme.example/audit' } });
    const { body } = await world.visitor().get(`/api/ai-notices/${versionId}`);
    expect(body).toMatchObject({
      id: versionId, version: 1, aiScoring: true, organisation: { name: 'Acme', isDomainVerified: false }, rubric: { id: 'vv-1' }, competencies: ['Problem solving', 'Collaboration'],
      newYork: { businessDays: 10, isAuditGood: true, auditUrl: 'https://acme.example/audit' }, judges: [{ provider: null }], contact: { address: expect.stringContaining('@') },
    });
    expect((body as { kept: { keep: string }[] }).kept.map(({ keep }) => keep)).toContain('90 days');
    const draft = ((await acme.visitor.post(`/api/templates/${templateId}/draft`)).body as Shown).draft!.id;
    const answers = await Promise.all([draft, randomUUID(), 'x'].map((id) => world.visitor().get(`/api/ai-notices/${id}`)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
  });

  it('says that no program scores where people do', async () => {
    const { versionId } = await publishedTemplate(acme.visitor, { aiScoring: false });
    expect((await world.visitor().get(`/api/ai-notices/${versionId}`)).body).toMatchObject({ aiScoring: false, judges: [], newYork: null });
  });
});
