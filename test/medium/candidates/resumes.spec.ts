import { candidatesPersonalData } from '../../../src/candidates/candidates.personal-data.js';
import { CandidateResumes } from '../../../src/candidates/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { encryptedPdf, pdf, png, sampleResumePdf, samplePerson, scannedPdf } from '../../support/sample-resumes.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Seen {
  resume: { skills: { id: string; name: string; category: string }[]; pages: number; words: number; readAt: string; keptFile: boolean } | null;
}

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
  it('shows the skills found in it, says that the file was not kept, and is gone when I delete it', async () => {
    const me = await world.candidate();
    expect(await seenBy(me)).toBeNull();
    const put = await me.putFile('/api/resume', await sampleResumePdf());
    expect(put.status).toBe(200);
    const { resume } = put.body as Seen;
    expect(resume).toMatchObject({ pages: 1, keptFile: false });
    expect(resume!.skills).toEqual(expect.arrayContaining([{ id: 'postgresql', name: 'PostgreSQL', category: 'database' }, { id: 'go', name: 'Go', category: 'language' }]));
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
    expect(kept!.skills.map(({ id }) => id)).toEqual(['kotlin', 'android']);
    const refusals = await Promise.all([encryptedPdf(), scannedPdf(), Promise.resolve(png())].map(async (file) => me.putFile('/api/resume', await file)));
    expect(refusals.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [422, 'candidates.resume_encrypted'], [422, 'candidates.resume_has_no_text'], [415, 'candidates.resume_not_a_pdf'],
    ]);
    expect(await seenBy(me)).toEqual(kept);
  });

  it('is looked at by its content: the declared type opens nothing and closes nothing', async () => {
    const me = await world.candidate();
    expect((await me.putFile('/api/resume', await sampleResumePdf(), 'application/octet-stream')).status).toBe(200);
    expect(await me.put('/api/resume', { file: 'JVBERi0=' })).toMatchObject({ status: 415, body: { code: 'candidates.resume_not_a_pdf' } });
    expect((await me.putFile('/api/resume', await sampleResumePdf(), 'text/plain')).status).toBe(415);
    expect((await me.putFile('/api/resume', Buffer.alloc(5_242_881))).status).toBe(413);
    expect(await me.putFile('/api/resume', Buffer.alloc(0))).toMatchObject({ status: 415 });
  });

  it('is nobody else’s: guests are asked to sign in, and others see their own', async () => {
    const me = await world.candidate();
    await me.putFile('/api/resume', await sampleResumePdf());
    expect(await seenBy(await world.candidate())).toBeNull();
    const guest = world.visitor();
    const tries = await Promise.all([guest.get('/api/resume'), guest.delete('/api/resume'), guest.putFile('/api/resume', await sampleResumePdf())]);
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 401]);
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
    expect(await candidatesPersonalData.export(alone, id)).toMatchObject({ resume: { pages: 1, skills: expect.arrayContaining(['java']) as unknown } });
    await candidatesPersonalData.erase(alone, id);
    expect(await candidatesPersonalData.export(alone, id)).toEqual({});
    expect(await candidatesPersonalData.remaining(alone, id)).toEqual([]);
    expect(await world.database.query('select 1 from candidates.resume where account_id = $1', [id])).toEqual([]);
  });
});

describe('what is kept of a resume', () => {
  it('[MO06] keeps neither file nor personal data of a resume', async () => {
    const me = await world.candidate();
    await me.putFile('/api/resume', await sampleResumePdf());
    await world.settle();
    expect(await seenBy(me)).not.toBeNull();
    const { name, email, phone } = samplePerson;
    for (const secret of [name, email, phone, 'Nordlys', 'Fjordbank', '%PDF-']) expect(await tablesHolding(secret)).toEqual([]);
    expect(await world.database.query('select 1 from storage.object')).toEqual([]);
    // The search itself finds what is there: a planted row, and the address of the account.
    await world.database.query(`insert into candidates.resume (account_id, skills, pages, words) values (gen_random_uuid(), array[$1], 1, 1)`, [`mail ${email}`]);
    expect(await tablesHolding(email)).toEqual(['candidates.resume']);
  });
});

/** Every table with a row that holds this text in any column, bytes included. */
async function tablesHolding(text: string): Promise<string[]> {
  const tables = await world.database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  const hex = Buffer.from(text).toString('hex');
  const holding = await Promise.all(tables.map(async ({ name }) => {
    const rows = await world.database.query(`select 1 from ${name} as t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 limit 1`, [text, hex]);
    return rows.length > 0 ? [name] : [];
  }));
  return holding.flat();
}
