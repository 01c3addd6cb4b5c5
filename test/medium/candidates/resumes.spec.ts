import { candidatesPersonalData } from '../../../src/candidates/candidates.personal-data.js';
import { CandidateResumes } from '../../../src/candidates/index.js';
import { ResumeFiles } from '../../../src/candidates/resumes/resume-files.js';
import { ResumeIntake } from '../../../src/candidates/resumes/resume-intake.js';
import { Database } from '../../../src/platform/db/index.js';
import { allow, takeBack } from '../../support/consents.js';
import { plainDocx, utf16Txt } from '../../support/resumes/layouts.js';
import { type Sample, samples } from '../../support/resumes/samples.js';
import { encryptedPdf, pdf, png, sampleResumePdf, scannedPdf } from '../../support/sample-resumes.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Facts {
  format: string; skills: { id: string; name: string; category: string; line: string | null }[]; pages: number; words: number; readAt: string; keptFile: { until: string } | null;
  positions: { title: string | null; employer: string | null }[]; years: number | null; languages: { code: string; level: string | null }[]; leftOut: string[];
}
interface Seen { resume: Facts | null }

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let world: World;
beforeAll(async () => {
  world = await World.create();
});
afterAll(async () => {
  await world.destroy();
});

const seenBy = async (visitor: Visitor): Promise<Seen['resume']> => ((await visitor.get('/api/resume')).body as Seen).resume;
const idOf = async (visitor: Visitor): Promise<string> => {
  const text = JSON.stringify((await visitor.get('/api/session')).body);
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)![0];
};

describe('my resume', () => {
  it('shows what was found in it, says that the file was not kept, and is gone when I delete it', async () => {
    const me = await world.candidate();
    expect(await seenBy(me)).toBeNull();
    const put = await me.putFile('/api/resume', await sampleResumePdf());
    expect(put.status).toBe(200);
    const { resume } = put.body as Seen;
    expect(resume).toMatchObject({ format: 'pdf', pages: 1, keptFile: null, leftOut: ['name', 'e-mail', 'phone', 'address'] });
    expect(resume!.skills).toEqual(expect.arrayContaining([
      { id: 'postgresql', name: 'PostgreSQL', category: 'database', line: expect.stringContaining('Moved 2 TB from MySQL to PostgreSQL without a minute of downtime, with Kafka') },
      expect.objectContaining({ id: 'go', name: 'Go', category: 'language' }),
    ]));
    expect(resume!.positions[0]).toMatchObject({ title: 'Senior Software Engineer', employer: 'Nordlys Freight' });
    expect(await seenBy(me)).toEqual(resume);
    expect((await me.delete('/api/resume')).status).toBe(204);
    expect(await seenBy(me)).toBeNull();
    expect((await me.delete('/api/resume')).status).toBe(204);
  });

  it('takes the place of the one before, and a file that cannot be read takes nothing away', async () => {
    const me = await world.candidate();
    await me.putFile('/api/resume', await sampleResumePdf());
    await me.putFile('/api/resume', await pdf((doc) => doc.text(`Kotlin on Android. ${'I have cared for apps on phones for years. '.repeat(6)}`)));
    const kept = await seenBy(me);
    expect(kept!.skills.map(({ id }) => id)).toEqual(expect.arrayContaining(['kotlin', 'android']));
    const refusals = await Promise.all([encryptedPdf(), scannedPdf(), Promise.resolve(png())].map(async (file) => me.putFile('/api/resume', await file)));
    expect(refusals.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [422, 'candidates.resume_encrypted'], [422, 'candidates.resume_has_no_text'], [415, 'candidates.resume_unknown_format'],
    ]);
    expect(await seenBy(me)).toEqual(kept);
  });

  it('is looked at by its content: the declared type opens nothing and closes nothing', async () => {
    const me = await world.candidate();
    const [{ person }] = samples as [Sample];
    for (const [file, type, format] of [[await sampleResumePdf(), 'text/plain', 'pdf'], [await plainDocx(person), 'application/pdf', 'docx'], [await utf16Txt(person), DOCX, 'txt']] as const) {
      expect(await me.putFile('/api/resume', file, type)).toMatchObject({ status: 200, body: { resume: { format } } });
    }
    expect(await me.put('/api/resume', { file: 'JVBERi0=' })).toMatchObject({ status: 415, body: { code: 'candidates.resume_unknown_format' } });
    expect((await me.putFile('/api/resume', Buffer.alloc(5_242_881))).status).toBe(413);
    expect(await me.putFile('/api/resume', Buffer.alloc(0))).toMatchObject({ status: 415 });
  });

  it('is nobody else’s: guests are asked to sign in, and others see their own', async () => {
    const me = await world.candidate();
    await me.putFile('/api/resume', await sampleResumePdf());
    expect(await seenBy(await world.candidate())).toBeNull();
    const guest = world.visitor();
    const tries = await Promise.all([
      guest.get('/api/resume'), guest.delete('/api/resume'), guest.putFile('/api/resume', await sampleResumePdf()), guest.get('/api/resume/file'), guest.delete('/api/resume/file'),
    ]);
    expect(tries.map(({ status }) => status)).toEqual(Array(5).fill(401));
  });

  it('may be read twenty times an hour', async () => {
    const me = await world.candidate();
    const statuses: number[] = [];
    for (let time = 1; time <= 21; time += 1) statuses.push((await me.put('/api/resume', {})).status);
    expect(statuses).toEqual([...Array<number>(20).fill(415), 429]);
  });

  it('tells the interviews which skills to ask about', async () => {
    const me = await world.candidate();
    await me.putFile('/api/resume', await sampleResumePdf());
    const { alone } = world.app.get(Database);
    const resumes = world.app.get(CandidateResumes, { strict: false });
    expect(await resumes.skillsOf(alone, await idOf(me))).toEqual(expect.arrayContaining(['postgresql', 'PostgreSQL', 'kafka', 'Apache Kafka']));
    expect(await resumes.skillsOf(alone, '00000000-0000-7000-8000-000000000000')).toEqual([]);
  });

  it('leaves with its owner: it is in the export, and nothing remains after the erasure', async () => {
    const me = await world.candidate();
    await me.putFile('/api/resume', await sampleResumePdf());
    const id = await idOf(me);
    const { alone } = world.app.get(Database);
    expect(await candidatesPersonalData.export(alone, id)).toMatchObject({ resume: { pages: 1, skills: expect.arrayContaining(['java']), positions: expect.any(Array) } });
    expect(await candidatesPersonalData.remaining(alone, id)).toEqual([{ table: 'candidates.resume', rows: 1, because: 'not erased yet' }]);
    await candidatesPersonalData.erase(alone, id);
    expect(await candidatesPersonalData.export(alone, id)).toEqual({});
    expect(await candidatesPersonalData.remaining(alone, id)).toEqual([]);
    expect(await world.database.query('select 1 from candidates.resume where account_id = $1', [id])).toEqual([]);
  });
});

describe('a resume that was being read', () => {
  it('when its account was deleted is not kept, nor is its file', async () => {
    const me = await world.candidate();
    const [id, file] = [await idOf(me), await sampleResumePdf()];
    await allow(world, id, 'resume_keeping');
    await me.putFile('/api/resume', file);
    await world.settle();
    await world.database.query('delete from storage.object');
    await world.database.query('delete from auth."user" where id = $1', [id]);
    expect(await world.database.query('select 1 from candidates.resume where account_id = $1', [id])).toEqual([]);
    await expect(world.app.get(ResumeIntake, { strict: false }).read(id, file)).rejects.toMatchObject({ status: 404 });
    expect(await world.database.query('select 1 from candidates.resume where account_id = $1', [id])).toEqual([]);
    const [held] = await world.database.query<{ minutes: number }>('select extract(epoch from expires_at - clock.now())::float8 / 60 as minutes from storage.object where subject = $1', [id]);
    expect(held!.minutes).toBeLessThanOrEqual(60);
    await world.database.query('delete from storage.object');
  });

  it('together with another one leaves one file, the one that can be reached', async () => {
    const me = await keeper();
    const file = await sampleResumePdf();
    const puts = await Promise.all([1, 2].map(() => me.putFile('/api/resume', file)));
    expect(puts.map(({ status }) => status)).toEqual([200, 200]);
    await world.settle();
    expect(await world.database.query('select o.id from storage.object o join candidates.kept_resume r on r.file = o.id')).toHaveLength(1);
    expect(await world.database.query('select 1 from storage.object')).toHaveLength(1);
    await me.delete('/api/resume');
    await world.settle();
  });

  it('with half an emoji in a line is kept like any other', async () => {
    const me = await world.candidate();
    const degrees = ['', 'x'].map((odd) => `Master of Science ${odd}${'😀'.repeat(300)}`).join('\n');
    const put = await me.putFile('/api/resume', Buffer.from(`Python\n${'I have cared for services for years. '.repeat(8)}\nEducation\n${degrees}\n`), 'text/plain');
    expect(put.status).toBe(200);
    expect(JSON.stringify(put.body)).toContain('😀\ufffd');
  });
});

describe('the file of my resume', () => {
  const stored = (): Promise<{ status: string }[]> => world.database.query('select status from storage.object');

  it('[MO06] is kept only when I allow it, for me alone, until the day of the policy', async () => {
    const me = await world.candidate();
    const file = await sampleResumePdf();
    expect(((await me.putFile('/api/resume?keepFile=true', file)).body as Seen).resume!.keptFile).toBeNull();
    expect(await me.get('/api/resume/file')).toMatchObject({ status: 404 });
    expect(await stored()).toEqual([]);
    await allow(world, await idOf(me), 'resume_keeping');
    const { keptFile } = ((await me.putFile('/api/resume', file)).body as Seen).resume!;
    const days = (new Date(keptFile!.until).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
    const download = await fetch(`${world.url}/api/resume/file`, { headers: { cookie: me.cookie } });
    expect(Object.fromEntries(download.headers)).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="resume.pdf"', 'x-content-type-options': 'nosniff', 'cache-control': expect.stringContaining('no-store') });
    expect(Buffer.from(await download.arrayBuffer()).equals(file)).toBe(true);
    expect(await (await world.candidate()).get('/api/resume/file')).toMatchObject({ status: 404 });
    await me.delete('/api/resume');
    await world.settle();
  });

  it('[MO06] goes in the commit that takes the consent back, and its bytes right after; the facts stay', async () => {
    const me = await keeper();
    await me.putFile('/api/resume', await sampleResumePdf());
    await takeBack(world, await idOf(me), 'resume_keeping');
    expect(await me.get('/api/resume/file')).toMatchObject({ status: 404 });
    expect(await seenBy(me)).toMatchObject({ keptFile: null, pages: 1 });
    await world.settle();
    expect(await stored()).toEqual([]);
    expect(((await me.putFile('/api/resume', await sampleResumePdf())).body as Seen).resume!.keptFile).toBeNull();
    expect(await stored()).toEqual([]);
  });

  it('is not kept when the consent to it was taken back while it was read', async () => {
    const me = await keeper();
    const [id, files] = [await idOf(me), world.app.get(ResumeFiles, { strict: false })];
    const db = world.app.get(Database);
    const held = await files.hold(db.alone, id, 'pdf', await sampleResumePdf());
    await takeBack(world, id, 'resume_keeping');
    expect(await db.transaction((tx) => files.settle(tx, id, held!))).toBe(false);
    await world.settle();
    expect(await stored()).toEqual([]);
  });

  it('is left alone while it is being stored, and deleted within the hour when the work after a consent was lost', async () => {
    const me = await keeper();
    const [id, files, db] = [await idOf(me), world.app.get(ResumeFiles, { strict: false }), world.app.get(Database)];
    const remove = (of?: string): Promise<void> => db.transaction((tx) => files.removeUnkept(tx, of));
    const held = await files.hold(db.alone, id, 'pdf', await sampleResumePdf());
    await remove(id);
    expect(await stored()).toEqual([{ status: 'stored' }]);
    await db.alone.query(`update storage.object set expires_at = clock.now() + interval '30 days' where id = $1`, [held!.id]);
    await me.putFile('/api/resume', await sampleResumePdf());
    await remove();
    await world.settle();
    expect(await stored()).toEqual([{ status: 'stored' }]);
    expect((await me.get('/api/resume/file')).status).toBe(200);
    await me.delete('/api/resume');
    await world.settle();
  });

  it('cannot be kept without a consent, whoever writes it down', async () => {
    const me = await world.candidate();
    await me.putFile('/api/resume', await sampleResumePdf());
    await expect(world.app.get(Database).alone.query(
      `with file as (insert into storage.object (id, owner_module, content_type, sealed, expires_at) values (gen_random_uuid(), 'candidates', 'application/pdf', false, clock.now() + interval '1 day') returning id)
       insert into candidates.kept_resume (account_id, fields, grant_expires_at, file, until) select $1, '{}', 'infinity', id, clock.now() + interval '1 day' from file`, [await idOf(me)],
    )).rejects.toThrow('foreign key');
  });

  it('goes at once when I delete it, when I send another, and with the resume', async () => {
    const me = await keeper();
    const keep = async (): Promise<void> => { await me.putFile('/api/resume', await sampleResumePdf()); };
    await keep();
    expect((await me.delete('/api/resume/file')).status).toBe(204);
    expect(await me.get('/api/resume/file')).toMatchObject({ status: 404 });
    expect(await seenBy(me)).toMatchObject({ keptFile: null, pages: 1 });
    await keep();
    await keep();
    await world.settle();
    expect(await stored()).toHaveLength(1);
    await me.delete('/api/resume');
    await world.settle();
    expect(await stored()).toEqual([]);
    expect((await me.delete('/api/resume/file')).status).toBe(204);
  });

  it('is out of sight at the second it ends, and the facts stay', async () => {
    const me = await keeper();
    await me.putFile('/api/resume', await sampleResumePdf());
    await world.database.query(`update candidates.kept_resume set until = clock.now() where account_id = $1`, [await idOf(me)]);
    expect(await me.get('/api/resume/file')).toMatchObject({ status: 404 });
    expect(await seenBy(me)).toMatchObject({ keptFile: null, pages: 1 });
    await me.delete('/api/resume');
    await world.settle();
  });

  it('that was stored and came to belong to nobody, because the server died, ends within the hour', async () => {
    const me = await keeper();
    await world.app.get(ResumeFiles, { strict: false }).hold(world.app.get(Database).alone, await idOf(me), 'pdf', await sampleResumePdf());
    const [left] = await world.database.query<{ minutes: number }>('select extract(epoch from expires_at - clock.now())::float8 / 60 as minutes from storage.object');
    expect(left!.minutes).toBeLessThanOrEqual(60);
    expect(await me.get('/api/resume/file')).toMatchObject({ status: 404 });
    await world.database.query(`delete from storage.object`);
  });
});

/** Somebody who allows us to keep the file. */
async function keeper(): Promise<Visitor> {
  const visitor = await world.candidate();
  await allow(world, await idOf(visitor), 'resume_keeping');
  return visitor;
}
