import { createHash, randomUUID } from 'node:crypto';
import { type CertificateView, type OfferView, type PreviewView } from '../../../src/certificates/issuing/issuing.dto.js';
import { accountOf, askedFor, earned, type MadeUpEarning } from '../../support/certificates.js';
import { takeBack } from '../../support/consents.js';
import { personWith, signedIn } from '../../support/people.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Offered { visitor: Visitor; accountId: string; interviewId: string; takeId: string | null }

describe('a certificate', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  const offered = async (wish: MadeUpEarning = {}, visitor?: Visitor): Promise<Offered> => {
    const somebody = visitor ?? (await world.candidate(`${randomUUID()}@example.com`));
    const accountId = await accountOf(somebody);
    return { visitor: somebody, accountId, ...(await earned(world, accountId, wish)) };
  };
  const read = async (visitor: Visitor, id: string): Promise<CertificateView> => (await visitor.get(`/api/certificates/${id}`)).body as CertificateView;
  const file = async (visitor: Visitor, id: string, kind: string): Promise<Buffer> =>
    Buffer.from(await (await fetch(`${world.url}/api/certificates/${id}/files/${kind}`, { headers: { cookie: visitor.cookie } })).arrayBuffer());
  /** Stored for certificates of somebody, and not on its way out. */
  const stored = (accountId: string) => world.database.query<{ id: string }>(`select id from storage.object where subject = $1 and owner_module = 'certificates' and status = 'stored'`, [accountId]);
  const count = async (sql: string, ...parameters: unknown[]): Promise<number> => (await world.database.query<{ count: number }>(`select count(*)::int as count from ${sql}`, parameters))[0]?.count ?? -1;

  it('[MO10] is offered above 7.5 and not at it, whatever is asked', async () => {
    const { visitor, interviewId } = await offered({ score: '7.50' });
    expect((await visitor.get(`/api/interviews/${interviewId}/certificate`)).body).toMatchObject({ standing: { fit: false, why: ['not_above'], overall: '7.50', mark: '7.5' }, clips: [], certificate: null });
    const refused = await visitor.post(`/api/interviews/${interviewId}/certificate`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'certificates.not_earned']);
    const above = await offered({ score: '7.51' });
    const [first, second] = [await above.visitor.post(`/api/interviews/${above.interviewId}/certificate`), await above.visitor.post(`/api/interviews/${above.interviewId}/certificate`)];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    expect(await count('certificates.certificate where interview_id = $1', interviewId)).toBe(0);
  });

  it('[MO10] shows before it is asked for exactly what the public sees of it, best video first', async () => {
    const { visitor, accountId, interviewId, takeId } = await offered({ score: '8.04', video: true });
    const { clips } = (await visitor.get(`/api/interviews/${interviewId}/certificate`)).body as OfferView;
    expect(clips.map((clip) => clip.takeId)).toEqual([takeId]);
    const { id } = (await visitor.post(`/api/interviews/${interviewId}/certificate`)).body as { id: string };
    const preview = (await visitor.post(`/api/certificates/${id}/preview`, { name: '  Zoë  de\u00a0Vries ', takeId })).body as PreviewView;
    expect(preview.view).toMatchObject({ name: 'Zoë de Vries', overall: '8.04', clip: { question: clips[0]?.question } });
    expect(preview.page).toContain('Zoë de Vries');
    const unasked = await visitor.post(`/api/certificates/${id}/issuing`, { name: 'Zoë de Vries', takeId, eventId: randomUUID() });
    expect([unasked.status, (unasked.body as { code: string }).code]).toEqual([403, 'consent.required']);
    await askedFor(world, visitor, interviewId, { name: 'Zoë de Vries', takeId, published: true });
    await world.settle();
    const issued = await read(visitor, id);
    expect(issued).toMatchObject({ state: 'issued', name: 'Zoë de Vries', isPublished: true, takeId: null, can: ['unpublish', 'correct', 'give_back'] });
    expect(issued.facts).toMatchObject({ overall: '8.04', exact: '804/100', questions: 5, clip: { question: clips[0]?.question, durationMs: issued.clip?.durationMs } });
    const files = await world.database.query<{ kind: string; bytes: string; sha256: string }>('select kind, bytes, sha256 from certificates.file where certificate_id = $1', [id]);
    expect(files.map(({ kind }) => kind).sort()).toEqual(['badge_png', 'badge_svg', 'card_png', 'pdf_a4', 'pdf_letter']);
    for (const { kind, sha256 } of files) expect(createHash('sha256').update(await file(visitor, id, kind)).digest('hex')).toBe(sha256);
    const credential = (await file(visitor, id, 'credential_json')).toString();
    expect(JSON.parse(credential)).toMatchObject({ validFrom: issued.issuedAt?.replace('.000Z', 'Z'), validUntil: issued.validUntil?.replace('.000Z', 'Z') });
    expect((await file(visitor, id, 'badge_svg')).toString()).toContain('openbadges:credential');
    expect((await visitor.get(`/api/certificates/${id}/files/clip`, { range: 'bytes=0-3' })).status).toBe(206);
    expect(await count(`mail.outbox where account_id = $1 and template = 'certificate-ready'`, accountId)).toBe(1);
    expect(await stored(accountId)).toHaveLength(6);
  });

  it('is asked for once, however often the button arrives', async () => {
    const { visitor, interviewId } = await offered();
    const { id } = (await visitor.post(`/api/interviews/${interviewId}/certificate`)).body as { id: string };
    const ask = { name: 'Ada Example', takeId: null, eventId: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => visitor.post(`/api/certificates/${id}/issuing`, ask)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const otherTab = await visitor.post(`/api/certificates/${id}/issuing`, { ...ask, name: 'Another Name', eventId: randomUUID() });
    expect([otherTab.status, (otherTab.body as { code: string }).code]).toEqual([409, 'certificates.already_asked']);
    expect(await count(`jobs.outbox where name = 'certificates.issue' and payload ->> 'certificateId' = $1`, id)).toBe(1);
    expect((await read(visitor, id)).name).toBe('Ada Example');
  });

  it('bears a name that can be read, and no other', async () => {
    const { visitor, interviewId } = await offered();
    const { id } = (await visitor.post(`/api/interviews/${interviewId}/certificate`)).body as { id: string };
    const codeOf = async (name: string): Promise<string> => ((await visitor.post(`/api/certificates/${id}/issuing`, { name, takeId: null, eventId: randomUUID() })).body as { code: string }).code;
    for (const name of ['', '  ', '1234', 'a'.repeat(201), 'Ada\u0000', 'Ada\u202eecalevoL']) expect([name, await codeOf(name)]).toEqual([name, 'certificates.name_unfit']);
    expect(await codeOf('王小明')).toBe('certificates.name_unprintable');
    const { status } = await visitor.post(`/api/certificates/${id}/preview`, { name: 'أحمد بن علي', takeId: null });
    expect(status).toBe(200);
  });

  it('calls the role as its owner did and says whose questions were asked, and as the list does where their words cannot be printed', async () => {
    const roleOn = async (roleTitle: string): Promise<CertificateView['facts']> => {
      const { visitor, interviewId } = await offered();
      await world.database.query('update interviews.interview set role_title = $2 where id = $1', [interviewId, roleTitle]);
      const { certificateId } = await askedFor(world, visitor, interviewId);
      return (await read(visitor, certificateId)).facts;
    };
    expect(await roleOn('Chief  pilot')).toMatchObject({ roleTitle: 'Chief pilot', questionSet: 'Software engineer' });
    expect(await roleOn('Software engineer')).not.toHaveProperty('questionSet');
    for (const words of ['软件工程师', 'Pilot\u202etolip', '9'.repeat(9), `Pi${'l'.repeat(80)}ot`]) expect((await roleOn(words))?.roleTitle).toBe('Software engineer');
  });

  it('goes on without the video whose consent, or whose interview, went while it was made, and says nothing else of it', async () => {
    const [withdrawn, deleted] = [await offered({ video: true }), await offered({ video: true })];
    const one = await askedFor(world, withdrawn.visitor, withdrawn.interviewId, { takeId: withdrawn.takeId });
    const two = await askedFor(world, deleted.visitor, deleted.interviewId, { takeId: deleted.takeId });
    await takeBack(world, withdrawn.accountId, 'certificate_clip', one.certificateId);
    expect((await deleted.visitor.delete(`/api/interviews/${deleted.interviewId}`)).status).toBe(204);
    await world.settle();
    for (const [visitor, id] of [[withdrawn.visitor, one.certificateId], [deleted.visitor, two.certificateId]] as const) {
      expect(await read(visitor, id)).toMatchObject({ state: 'issued', clip: null, facts: { overall: '8.04', clip: null } });
      expect((await file(visitor, id, 'credential_json')).toString()).not.toContain('/clip');
    }
    expect(await stored(withdrawn.accountId)).toHaveLength(5);
    expect(await count(`notifications.note where kind = 'certificates.issued' and account_id = $1 and body like '%no video%'`, deleted.accountId)).toBe(1);
    expect(await count(`consent.live_grant where purpose = 'certificate_clip' and scope = any($1)`, [one.certificateId, two.certificateId])).toBe(0);
  });

  it('says what was true when it was asked for, whatever becomes of the interview', async () => {
    const { visitor, interviewId } = await offered();
    const { certificateId } = await askedFor(world, visitor, interviewId);
    await world.database.query(`update interviews.interview set overall = '2/1', role_title = 'Nothing', rubric = 'vv-9' where id = $1`, [interviewId]);
    await world.settle();
    expect((await read(visitor, certificateId)).facts).toMatchObject({ overall: '8.04', roleTitle: 'Software engineer', rubric: 'vv-1' });
  });

  it('is made once by two workers at the same time, and nothing is left of the one that was late', async () => {
    const { visitor, accountId, interviewId } = await offered();
    const { certificateId } = await askedFor(world, visitor, interviewId);
    const { CertificateIssuer } = await import('../../../src/certificates/issuing/certificate-issuer.js');
    const { IssuingWork } = await import('../../../src/certificates/issuing/issuing-work.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const issuer = world.app.get(CertificateIssuer);
    const signal = new AbortController().signal;
    const [slow, quick] = [randomUUID(), randomUUID()];
    const taken = await world.app.get(Database).transaction((tx) => world.app.get(IssuingWork).take(tx, certificateId, slow));
    await issuer.issue(certificateId, { jobId: quick, signal });
    expect((await read(visitor, certificateId)).state).toBe('issuing');
    await world.database.query(`update certificates.certificate set lease_until = clock.now() where id = $1`, [certificateId]);
    await issuer.issue(certificateId, { jobId: quick, signal });
    await issuer.issue(certificateId, { jobId: slow, signal });
    const issued = await read(visitor, certificateId);
    expect([issued.state, issued.issuedAt]).toEqual(['issued', taken?.issuedAt.toISOString()]);
    expect(await stored(accountId)).toHaveLength(5);
    expect(await count(`jobs.outbox where name = 'certificates.issued' and kind = 'event' and subscriber is null and payload ->> 'certificateId' = $1`, certificateId)).toBe(1);
  });

  it('keeps what it is made of when the answer to its commit is lost', async () => {
    const { CertificateIssuer } = await import('../../../src/certificates/issuing/certificate-issuer.js');
    const { visitor, interviewId } = await offered();
    const { certificateId } = await askedFor(world, visitor, interviewId);
    type Work = (tx: never) => Promise<unknown>;
    const issuer = world.app.get<unknown, { db: { transaction: (work: Work) => Promise<unknown> }; issue: InstanceType<typeof CertificateIssuer>['issue'] }>(CertificateIssuer);
    const { db } = issuer;
    let commits = 0;
    issuer.db = { transaction: async (work) => {
      const said = await db.transaction(work);
      commits += 1;
      if (commits === 2) throw new Error('The connection is gone');
      return said;
    } };
    await expect(issuer.issue(certificateId, { jobId: randomUUID(), signal: new AbortController().signal })).rejects.toThrow('The connection is gone');
    issuer.db = db;
    expect(await read(visitor, certificateId)).toMatchObject({ state: 'issued' });
    expect(await count(`certificates.file f join storage.object o on o.id = f.object where f.certificate_id = $1 and o.status = 'stored'`, certificateId)).toBe(5);
  });

  it('waits for a person where answers are like earlier ones, and is issued or refused for a reason', async () => {
    const operatorId = await personWith(world, { email: `${randomUUID()}@example.com`, roles: ['operator'] });
    const answers = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((word) => Array.from({ length: 30 }, (_, index) => `${word}${index}`).join(' '));
    await offered({ answers });
    const [allowed, refused] = [await offered({ answers }), await offered({ answers })];
    const [one, two] = [await askedFor(world, allowed.visitor, allowed.interviewId), await askedFor(world, refused.visitor, refused.interviewId, { published: true })];
    expect(one.answer.body).toMatchObject({ state: 'in_check', can: [], findings: [1, 2, 3, 4, 5].map((position) => ({ position, what: 'words' })) });
    expect(await count(`notifications.note where kind = 'certificates.check_waiting' and account_id = $1`, operatorId)).toBe(2);
    const { Checks } = await import('../../../src/certificates/issuing/checks.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [checks, db] = [world.app.get(Checks), world.app.get(Database)];
    const waiting = await checks.waiting(db.alone);
    expect(waiting.map(({ certificateId }) => certificateId)).toEqual([one.certificateId, two.certificateId]);
    expect(JSON.stringify(waiting)).not.toContain('alpha1');
    await expect(db.transaction((tx) => checks.decide(tx, operatorId, one.certificateId, { allow: true, reason: ' ' }))).rejects.toMatchObject({ code: 'certificates.no_reason' });
    await db.transaction((tx) => checks.decide(tx, operatorId, one.certificateId, { allow: true, reason: 'They wrote both.' }));
    await db.transaction((tx) => checks.decide(tx, operatorId, two.certificateId, { allow: false, reason: 'The same words as somebody else’s.' }));
    await expect(db.transaction((tx) => checks.decide(tx, operatorId, two.certificateId, { allow: true, reason: 'No.' }))).rejects.toMatchObject({ code: 'certificates.already_decided' });
    await world.settle();
    expect((await read(allowed.visitor, one.certificateId)).state).toBe('issued');
    expect(await read(refused.visitor, two.certificateId)).toMatchObject({ state: 'refused', refusal: 'The same words as somebody else’s.', files: [], can: [] });
    expect(await count('consent.live_grant where scope = $1', two.certificateId)).toBe(0);
    expect((await refused.visitor.post(`/api/interviews/${refused.interviewId}/certificate`)).body).toEqual({ id: two.certificateId });
  });

  it('of somebody else is not there, like one that never was', async () => {
    const { visitor, interviewId } = await offered();
    const { certificateId } = await askedFor(world, visitor, interviewId);
    const stranger = await world.candidate(`${randomUUID()}@example.com`);
    const wish = { name: 'Ada Example', takeId: null };
    const asked = (id: string): Promise<{ status: number; text: string }>[] => [
      stranger.get(`/api/certificates/${id}`), stranger.get(`/api/certificates/${id}/files/pdf_a4`), stranger.post(`/api/certificates/${id}/preview`, wish), stranger.post(`/api/certificates/${id}/issuing`, { ...wish, eventId: randomUUID() }),
    ];
    const answers = await Promise.all([...asked(certificateId), ...asked(randomUUID()), ...asked('nonsense'), stranger.get(`/api/interviews/${interviewId}/certificate`), stranger.post(`/api/interviews/${interviewId}/certificate`)]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  it('can be asked for only so often on a day', async () => {
    const visitor = await world.candidate(`${randomUUID()}@example.com`);
    const { Policy } = await import('../../../src/platform/policy/index.js');
    const most = world.app.get(Policy).values.limits.rates.certificatesPerDay;
    const ask = { name: 'Ada Example', takeId: null, eventId: randomUUID() };
    const statuses: number[] = [];
    for (let time = 0; time <= most; time += 1) statuses.push((await visitor.post(`/api/certificates/${ask.eventId}/issuing`, ask)).status);
    expect([new Set(statuses.slice(0, most)), statuses[most]]).toEqual([new Set([404]), 429]);
  });

  it('that nobody works on is found by the sweep, and an offer goes with its interview or its time', async () => {
    const [lost, gone, old] = [await offered(), await offered(), await offered()];
    const { certificateId } = await askedFor(world, lost.visitor, lost.interviewId);
    await world.database.query(`delete from jobs.outbox where name = 'certificates.issue'`);
    for (const { visitor, interviewId } of [gone, old]) await visitor.post(`/api/interviews/${interviewId}/certificate`);
    await gone.visitor.delete(`/api/interviews/${gone.interviewId}`);
    await world.database.moveClock('31 minutes');
    await world.settle();
    expect((await read(lost.visitor, certificateId)).state).toBe('issued');
    expect(await count('certificates.certificate where candidate_id = $1', gone.accountId)).toBe(0);
    expect(await count('certificates.certificate where candidate_id = $1', old.accountId)).toBe(1);
    await world.database.moveClock('30 days');
    await world.settle();
    expect(await count('certificates.certificate where candidate_id = $1', old.accountId)).toBe(0);
  });

  // From here on the clock stands in another year: whoever is asked signs in anew.
  it('[MO13] has its own copy of the video, which plays on the day after the recording has gone, and ends after six calendar months to the second', async () => {
    await world.database.query(`insert into clock.shift (by) values (timestamptz '2027-08-31 12:00:00Z' - now()) on conflict (only_row) do update set by = excluded.by`);
    const { visitor, accountId, interviewId, takeId } = await offered({ video: true });
    const { certificateId } = await askedFor(world, visitor, interviewId, { takeId });
    await world.settle();
    const { issuedAt, validUntil } = await read(visitor, certificateId);
    expect([issuedAt?.slice(0, 10), validUntil?.slice(0, 10), validUntil?.slice(10)]).toEqual(['2027-08-31', '2028-02-29', issuedAt?.slice(10)]);
    const later = async (interval: string): Promise<void> => {
      await world.database.moveClock(interval);
      visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
    };
    await later('91 days');
    await world.settle();
    expect((await visitor.get(`/api/recordings/${takeId}/media`)).status).toBe(404);
    expect((await visitor.get(`/api/certificates/${certificateId}/files/clip`)).status).toBe(200);
    await world.database.query(`update clock.shift set by = $1::timestamptz - interval '20 seconds' - now()`, [validUntil]);
    visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
    expect((await visitor.get(`/api/certificates/${certificateId}/files/pdf_a4`)).status).toBe(200);
    await world.database.query(`update clock.shift set by = $1::timestamptz + interval '1 millisecond' - now()`, [validUntil]);
    expect((await visitor.get(`/api/certificates/${certificateId}/files/pdf_a4`)).status).toBe(404);
    expect(await read(visitor, certificateId)).toMatchObject({ state: 'expired', name: null, facts: null, files: [] });
  });

  it('is revoked the moment its owner closes their account, and nothing but its line is left of it once they are erased', async () => {
    const { visitor, accountId, interviewId, takeId } = await offered({ video: true });
    const { certificateId } = await askedFor(world, visitor, interviewId, { takeId, published: true });
    await world.settle();
    const { certificatesHolder } = await import('../../../src/certificates/issuing/issuing.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const db = world.app.get(Database);
    const copy = await certificatesHolder.export(db.alone, accountId);
    expect(copy.certificates).toMatchObject([{ id: certificateId, name: 'Ada Example', credential: expect.stringContaining('OpenBadgeCredential'), clip: { durationMs: expect.any(Number) } }]);
    await db.transaction(async (tx) => certificatesHolder.close?.(tx, accountId));
    expect((await read(visitor, certificateId))).toMatchObject({ state: 'revoked', revokedBecause: 'erased', files: [] });
    await db.transaction((tx) => certificatesHolder.erase(tx, accountId));
    expect(await certificatesHolder.remaining(db.alone, accountId)).toEqual([]);
    expect(await certificatesHolder.export(db.alone, accountId)).toEqual({});
    expect(await world.database.query('select state, candidate_id as owner, interview_id as interview from certificates.certificate where id = $1', [certificateId])).toEqual([{ state: 'revoked', owner: null, interview: null }]);
    expect(await count('certificates.content where certificate_id = $1', certificateId)).toBe(0);
    expect(await stored(accountId)).toEqual([]);
  });
});
