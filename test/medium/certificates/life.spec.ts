import { randomUUID } from 'node:crypto';
import { type CertificateView } from '../../../src/certificates/issuing/issuing.dto.js';
import { accountOf, askedFor, earned, issued, type IssuedCertificate, type MadeUpCertificate } from '../../support/certificates.js';
import { allow, takeBack } from '../../support/consents.js';
import { personWith, signedIn } from '../../support/people.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const LAWS = new Set(['certificates.ended_is_gone', 'certificates.one_holds']);
type Owned = IssuedCertificate & { visitor: Visitor };

describe('the life of a certificate', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  const owned = async (wish: MadeUpCertificate = {}): Promise<Owned> => {
    const visitor = await world.candidate(`${randomUUID()}@example.com`);
    return { visitor, ...(await issued(world, await accountOf(visitor), wish)) };
  };
  const read = async (visitor: Visitor, id: string): Promise<CertificateView> => (await visitor.get(`/api/certificates/${id}`)).body as CertificateView;
  const code = ({ status, body }: Answer): [number, string] => [status, (body as { code: string }).code];
  const page = async (slug: string): Promise<string> => (await world.visitor().get(`/c/${slug}`)).text;
  const count = async (sql: string, ...parameters: unknown[]): Promise<number> => (await world.database.query<{ count: number }>(`select count(*)::int as count from ${sql}`, parameters))[0]?.count ?? -1;
  const stored = (accountId: string): Promise<number> => count(`storage.object where subject = $1 and owner_module = 'certificates' and status = 'stored'`, accountId);
  const slugOf = async (id: string): Promise<string> => (await world.database.query<{ slug: string }>('select slug from certificates.certificate where id = $1', [id]))[0]?.slug ?? '';
  const correct = (visitor: Visitor, id: string, { name = 'Grace Example', withoutClip = false, eventId = randomUUID() } = {}): Promise<Answer> =>
    visitor.post(`/api/certificates/${id}/corrections`, { name, withoutClip, eventId });

  const operating = async (roles: ('candidate' | 'operator')[] = ['operator']): Promise<{ visitor: Visitor; accountId: string }> => {
    const accountId = await personWith(world, { email: `${randomUUID()}@example.com`, roles });
    const visitor = world.visitor();
    visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
    await setUpSecondFactor(visitor);
    return { visitor, accountId };
  };
  /** Ends it then, as if it had been issued long before. */
  const endsIn = (id: string, end: string, length = '6 months'): Promise<unknown> =>
    world.database.query(`update certificates.certificate set valid_until = clock.now() + $2::interval, issued_at = clock.now() + $2::interval - $3::interval where id = $1`, [id, end, length]);
  const sweep = async () => world.app.get((await import('../../../src/certificates/life/life-sweep.js')).LifeSweep);
  const remind = async (): Promise<void> => (await sweep()).remind();
  /** Which of the two laws of their end do not hold. */
  const broken = async (): Promise<string[]> => {
    const { Invariants } = await import('../../../src/app/invariants/invariants.js');
    return (await world.app.get(Invariants).check()).filter(({ name, broken: found }) => LAWS.has(name) && found.length > 0).map(({ name }) => name);
  };
  const end = async (): Promise<void> => (await sweep()).end();

  it('is given back by its owner alone, at once and for good, and its interview may earn another', async () => {
    const { visitor, certificateId, interviewId, slug, accountId } = await owned({ clip: true });
    const stranger = await world.candidate(`${randomUUID()}@example.com`);
    expect((await stranger.delete(`/api/certificates/${certificateId}`)).status).toBe(404);
    expect((await visitor.delete(`/api/certificates/${certificateId}`)).status).toBe(204);
    expect(await read(visitor, certificateId)).toMatchObject({ state: 'revoked', revokedBecause: 'given_back', name: null, facts: null, files: [], can: [] });
    expect(await page(slug)).toContain('This certificate was revoked');
    expect([await stored(accountId), await count('consent.live_grant where scope = $1', certificateId), await count('certificates.content where certificate_id = $1', certificateId)]).toEqual([0, 0, 0]);
    expect(code(await visitor.delete(`/api/certificates/${certificateId}`))).toEqual([409, 'certificates.over']);
    expect((await visitor.post(`/api/interviews/${interviewId}/certificate`)).status).toBe(201);
  });

  it('bears another name once it is corrected, ends on the same day, and makes way in the same commit', async () => {
    const { visitor, certificateId, interviewId, slug } = await owned();
    const before = await read(visitor, certificateId);
    expect(code(await correct(visitor, certificateId, { name: ' Ada  Example ' }))).toEqual([422, 'certificates.nothing_to_correct']);
    expect(code(await correct(visitor, certificateId, { name: '123' }))).toEqual([422, 'certificates.name_unfit']);
    const eventId = randomUUID();
    const [first, again] = [await correct(visitor, certificateId, { eventId }), await correct(visitor, certificateId, { eventId })];
    expect([first.status, first.body]).toEqual([202, again.body]);
    expect(code(await correct(visitor, certificateId, { name: 'Somebody Else' }))).toEqual([409, 'certificates.corrected_already']);
    expect((await read(visitor, certificateId)).state).toBe('issued');
    await world.settle();
    const { id } = first.body as { id: string };
    const { validUntil, overall } = { ...before, overall: before.facts?.overall };
    expect(await read(visitor, id)).toMatchObject({ state: 'issued', name: 'Grace Example', validUntil, facts: { overall, clip: null }, interviewId, replaces: certificateId, isPublished: false, can: ['publish', 'correct', 'give_back'] });
    expect(await read(visitor, certificateId)).toMatchObject({ state: 'revoked', revokedBecause: 'corrected', replacedBy: id, name: null });
    expect([await page(slug), (await world.visitor().get(`/c/${await slugOf(id)}`)).status]).toEqual([expect.stringContaining('Another one was issued in its place'), 410]);
    expect((await correct(visitor, certificateId, { eventId })).status).toBe(202);
    expect((await visitor.post(`/api/interviews/${interviewId}/certificate`)).body).toEqual({ id });
  });

  it('takes its own copy of the video along when it is corrected, once that is allowed for the new one, or leaves it out', async () => {
    const [kept, left] = [await owned({ clip: true }), await owned({ clip: true })];
    const waiting = await correct(kept.visitor, kept.certificateId);
    const { id } = waiting.body as { id: string };
    expect(waiting.body).toEqual({ id, isAsked: false });
    await world.settle();
    expect((await kept.visitor.get(`/api/certificates/${id}`)).status).toBe(404);
    expect((await read(kept.visitor, kept.certificateId))).toMatchObject({ state: 'issued', replacedBy: null });
    await allow(world, kept.accountId, 'certificate_clip', id);
    expect((await correct(kept.visitor, kept.certificateId)).body).toEqual({ id, isAsked: true });
    const without = await correct(left.visitor, left.certificateId, { name: 'Ada Example', withoutClip: true });
    await world.settle();
    expect(await read(kept.visitor, id)).toMatchObject({ state: 'issued', name: 'Grace Example', clip: { durationMs: 3000 } });
    expect((await kept.visitor.get(`/api/certificates/${id}/files/clip`)).status).toBe(200);
    expect((await read(left.visitor, (without.body as { id: string }).id))).toMatchObject({ state: 'issued', clip: null, facts: { clip: null } });
    expect([await stored(kept.accountId), await stored(left.accountId)]).toEqual([6, 5]);
    expect(await count(`consent.live_grant where scope = $1`, kept.certificateId)).toBe(0);
  });

  it('is revoked with the consent to its video, and its owner is told; a correction without the video goes on', async () => {
    const { visitor, accountId, certificateId, slug } = await owned({ clip: true });
    const { id } = (await correct(visitor, certificateId, { withoutClip: true })).body as { id: string };
    await takeBack(world, accountId, 'certificate_clip', certificateId);
    expect(await read(visitor, certificateId)).toMatchObject({ state: 'revoked', revokedBecause: 'clip_withdrawn', name: null });
    expect(await page(slug)).toContain('This certificate was revoked');
    await world.settle();
    expect(await read(visitor, id)).toMatchObject({ state: 'issued', name: 'Grace Example', clip: null });
    expect([await count(`notifications.note where account_id = $1 and kind = 'certificates.lost_clip'`, accountId), await count(`mail.outbox where account_id = $1 and template = 'certificates-lost-clip'`, accountId)]).toEqual([1, 1]);
  });

  it('is suspended, restored and revoked by whoever runs this place, for a reason that its owner is told and can object to', async () => {
    const { visitor, accountId, certificateId, slug, interviewId } = await owned({ clip: true });
    const { visitor: operator } = await operating();
    const act = (what: string, reason = 'Somebody says that it is not theirs.', by = operator): Promise<Answer> => by.post(`/api/operations/certificates/${certificateId}/${what}`, { reason });
    const look = async (find: string): Promise<unknown> => ((await operator.get(`/api/operations/certificates?find=${encodeURIComponent(find)}`)).body as { certificate: unknown }).certificate;
    const found = { id: certificateId, state: 'issued', suspendedAt: null, isPublished: true, measures: [] };
    for (const words of [certificateId, slug, ` ${world.url}/c/${slug}?from=mail`]) expect(await look(words)).toMatchObject(found);
    expect([await look('https://example.com/c/short'), await look(randomUUID()), JSON.stringify(await look(slug)).includes('Example')]).toEqual([null, null, false]);
    expect(code(await act('suspension', ' '))).toEqual([422, 'certificates.no_reason']);
    const begun = await correct(visitor, certificateId);
    expect((await act('suspension')).body).toMatchObject({ state: 'issued', suspendedAt: expect.any(String), measures: [{ kind: 'suspended', reason: 'Somebody says that it is not theirs.' }] });
    expect(await count('certificates.certificate where id = $1', (begun.body as { id: string }).id)).toBe(0);
    expect([await page(slug), (await world.visitor().get(`/c/${slug}/clip`)).status]).toEqual([expect.stringContaining('This certificate is suspended'), 404]);
    expect(await read(visitor, certificateId)).toMatchObject({ state: 'issued', isSuspended: true, isPublished: false, measure: { kind: 'suspended', reason: 'Somebody says that it is not theirs.' } });
    expect([code(await act('suspension')), code(await correct(visitor, certificateId))]).toEqual([[409, 'certificates.suspended_already'], [409, 'certificates.suspended']]);
    expect((await act('restoration', 'It is theirs.')).status).toBe(200);
    expect([code(await act('restoration')), await page(slug)]).toEqual([[409, 'certificates.not_suspended'], expect.stringContaining('Problem solving')]);
    expect((await act('revocation', 'The recording is not theirs.')).body).toMatchObject({ state: 'revoked', revokedBecause: 'operator' });
    expect(code(await act('revocation'))).toEqual([409, 'certificates.over']);
    expect(await page(slug)).toContain('Whoever runs this place took it back.');
    expect(await read(visitor, certificateId)).toMatchObject({ state: 'revoked', name: null, measure: { kind: 'revoked', reason: 'The recording is not theirs.' } });
    expect((await visitor.post(`/api/interviews/${interviewId}/certificate`)).body).toEqual({ id: certificateId });
    expect(await stored(accountId)).toBe(0);
    const mail = JSON.stringify(await world.database.query(`select body_text from mail.outbox where account_id = $1 and template = 'certificates-revoked'`, [accountId]));
    expect([mail.includes('The recording is not theirs.'), mail.includes('privacy@viva-voce.example')]).toEqual([true, true]);
    expect(await count(`audit.entry where subject_id = $1 and action in ('certificates.suspended', 'certificates.restored', 'certificates.revoked') and detail::text = '{}'`, certificateId)).toBe(3);
  });

  it('of an operator is nothing they decide about themselves, and nobody else reads the register', async () => {
    const { visitor, accountId } = await operating(['candidate', 'operator']);
    const { certificateId } = await issued(world, accountId);
    expect(code(await visitor.post(`/api/operations/certificates/${certificateId}/suspension`, { reason: 'Mine.' }))).toEqual([403, 'certificates.own_certificate']);
    const stranger = await world.candidate(`${randomUUID()}@example.com`);
    expect([(await stranger.get(`/api/operations/certificates?find=${certificateId}`)).status, (await stranger.get('/api/operations/certificate-checks')).status]).toEqual([403, 403]);
  });

  it('is checked by a person who reads what is alike, for a reason that everybody can see whose answers they are', async () => {
    const { visitor: operator, accountId: operatorId } = await operating();
    const answers = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((word) => Array.from({ length: 30 }, (_, index) => `${word}${index}`).join(' '));
    const [first, second] = [await world.candidate(`${randomUUID()}@example.com`), await world.candidate(`${randomUUID()}@example.com`)];
    const [firstId, secondId] = [await accountOf(first), await accountOf(second)];
    const earlier = await earned(world, firstId, { answers });
    const later = await earned(world, secondId, { answers });
    const { certificateId: id } = await askedFor(world, second, later.interviewId);
    expect((await operator.get('/api/operations/certificate-checks')).body).toMatchObject({ checks: [{ id, isOwn: false, isReadable: true, overall: '8.04', findings: [1, 2, 3, 4, 5].map((position) => ({ position, what: 'words', ofOwn: false })) }] });
    const path = `/api/operations/certificate-checks/${id}`;
    expect([code(await second.delete(`/api/certificates/${id}`)), code(await operator.post(`/api/operations/certificates/${id}/revocation`, { reason: 'No.' }))]).toEqual([[409, 'certificates.not_issued'], [409, 'certificates.not_issued']]);
    expect(code(await operator.post(`${path}/reading`, { reason: '' }))).toEqual([422, 'certificates.no_reason']);
    expect((await operator.post(`${path}/reading`, { reason: 'To compare them.' })).body).toMatchObject({ answers: answers.map((text, index) => ({ position: index + 1, answer: text, earlier: text, isOwn: false, share: 1 })) });
    for (const [subject, matter] of [[firstId, earlier.interviewId], [secondId, later.interviewId]]) {
      expect(await world.database.query(`select matter, reason, actor_id as actor from consent.disclosure where subject_id = $1 and recipient_kind = 'operator'`, [subject])).toEqual([{ matter, reason: 'To compare them.', actor: operatorId }]);
    }
    expect((await operator.post(`${path}/decision`, { allow: false, reason: 'Word for word.' })).status).toBe(204);
    expect(await read(second, id)).toMatchObject({ state: 'refused', refusal: 'Word for word.' });
    expect([code(await operator.post(`${path}/decision`, { allow: true, reason: 'No.' })), code(await operator.post(`${path}/reading`, { reason: 'Again.' }))]).toEqual([[409, 'certificates.already_decided'], [409, 'certificates.already_decided']]);
  });

  // From here on the clock moves: whoever is asked signs in anew.
  it('has its owner reminded 30, 7 and 1 day before it ends, each once, and the nearest alone after a pause', async () => {
    const [steady, late] = [await owned(), await owned()];
    const told = async (accountId: string): Promise<string[]> => (await world.database.query<{ matter: string }>(`select matter from mail.outbox where account_id = $1 and template = 'certificates-ends-soon' order by id`, [accountId])).map(({ matter }) => matter);
    const days = (certificateId: string, ...numbers: number[]): string[] => numbers.map((number) => `${certificateId} ${number}`);
    await endsIn(steady.certificateId, '30 days 1 hour');
    await remind();
    expect(await told(steady.accountId)).toEqual([]);
    for (const [end, ...numbers] of [['30 days', 30], ['8 days', 30], ['7 days', 30, 7], ['1 day', 30, 7, 1], ['1 hour', 30, 7, 1]] as const) {
      await endsIn(steady.certificateId, end);
      await remind();
      expect([end, await told(steady.accountId)]).toEqual([end, days(steady.certificateId, ...numbers)]);
    }
    await endsIn(late.certificateId, '6 days');
    await remind();
    expect(await told(late.accountId)).toEqual(days(late.certificateId, 7));
    const [mail] = await world.database.query<{ subject: string; text: string }>(`select subject, body_text as text from mail.outbox where account_id = $1 and template = 'certificates-ends-soon'`, [late.accountId]);
    expect(mail).toMatchObject({ subject: expect.stringContaining('Your certificate ends on'), text: expect.stringMatching(/is valid until .* UTC\./) });
    const { certificateId, accountId } = await owned();
    await endsIn(certificateId, '20 days', '5 days');
    await remind();
    expect(await told(accountId)).toEqual([]);
  });

  it('[MO13] is gone to the second when its time is over, and then all of it but a line that leads to nobody', async () => {
    const { certificateId, accountId, slug } = await owned({ clip: true });
    const revoked = await owned();
    await revoked.visitor.delete(`/api/certificates/${revoked.certificateId}`);
    await endsIn(certificateId, '1 minute');
    await endsIn(revoked.certificateId, '1 minute');
    expect(await page(slug)).toContain('Problem solving');
    await endsIn(certificateId, '0 seconds');
    await endsIn(revoked.certificateId, '0 seconds');
    const verdict = await world.visitor().post('/api/verifications', { text: `${world.url}/c/${slug}` });
    expect([await page(slug), verdict.body, (await world.visitor().get(`/c/${slug}/clip`)).status]).toEqual([expect.stringContaining('This certificate has expired'), expect.objectContaining({ result: 'expired' }), 404]);
    // The bytes end by themselves at the same second, and may be tidied up first.
    await world.database.query(`update storage.object set expires_at = clock.now() where subject = $1`, [accountId]);
    const { ObjectSweep } = await import('../../../src/platform/storage/object-sweep.js');
    await world.app.get(ObjectSweep).run();
    await end();
    expect(await world.database.query('select state, candidate_id as owner, interview_id as interview, slug from certificates.certificate where id = any($1) order by state', [[certificateId, revoked.certificateId]]))
      .toEqual([{ state: 'expired', owner: null, interview: null, slug }, { state: 'revoked', owner: null, interview: null, slug: revoked.slug }]);
    expect([await stored(accountId), await count('certificates.content where certificate_id = $1', certificateId), await count('consent.live_grant where scope = $1', certificateId)]).toEqual([0, 0, 0]);
    expect([await page(slug), await page(revoked.slug)]).toEqual([expect.stringContaining('This certificate has expired'), expect.stringContaining('This certificate was revoked')]);
    expect(await broken()).toEqual([]);
    await world.database.query(`update certificates.certificate set candidate_id = $2, valid_until = clock.now() - interval '2 hours' where id = $1`, [certificateId, accountId]);
    await world.database.query(`update certificates.certificate set replaces = $1 where id = (select id from certificates.certificate where state = 'issued' and valid_until > clock.now() and replaces is null and id <> $2 limit 1)`,
      [(await owned()).certificateId, certificateId]);
    expect(await broken()).toEqual(['certificates.ended_is_gone', 'certificates.one_holds']);
    expect(await count('certificates.measure')).toBeGreaterThan(0);
    await world.database.moveClock('6 months');
    await end();
    expect(await count('certificates.measure')).toBe(0);
  });
});
