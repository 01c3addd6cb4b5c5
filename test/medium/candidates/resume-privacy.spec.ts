import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Person } from '../../support/resumes/people.js';
import { type Sample, samples } from '../../support/resumes/samples.js';
import { ServerProcess } from '../../support/resumes/server-process.js';

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start();
});
afterAll(() => server.end());

/** What only the file says of a person: whole, and the parts that would tell who it is. */
function secretsOf({ name, email, phone, address, link, particulars }: Person): string[] {
  const values = particulars.map((line) => line.split(/[:：]\s*/).at(-1)!);
  return [name, ...name.split(' ').filter((word) => word.length > 5), email, email.split('@')[0]!, phone, phone.replace(/\D/g, ''), address.split(',')[0]!, link, ...values.filter((value) => /\d/.test(value))];
}

describe('what is kept of a resume', () => {
  it('[MO06] [MR05] holds no name, e-mail, phone, address, link or birth date: not in the database, the queue, the files or the logs', async () => {
    const one = (file: string): Sample => samples.find((sample) => sample.file === file)!;
    const read = ['1-classic.pdf', '2-sidebar.pdf', '3-dates-left.pdf', '4-columns.docx', '5-europass.docx', '6-utf-8.txt'].map(one);
    for (const [index, { make, file }] of read.entries()) {
      const visitor = await server.candidate(`reader${index}@example.org`);
      expect([file, (await visitor.putFile('/api/resume', await make(), 'application/octet-stream')).status]).toEqual([file, 200]);
    }
    expect(await server.placesOf([...read.flatMap(({ person }) => secretsOf(person)), '%PDF-', 'word/document.xml'])).toEqual([]);
    // What was to be kept is there.
    const kept = 'Moved 2 TB from MySQL to PostgreSQL';
    expect(await server.placesOf([kept])).toEqual([`${kept} in candidates.resume`]);
    expect(server.words).toContain('/api/resume');
  });

  it('would be found in each of these places', async () => {
    const secret = 'planted.person@postkasse.example';
    expect(await server.placesOf([secret])).toEqual([]);
    await server.database.query(`update candidates.resume set skill_lines = jsonb_build_object('go', $1::text)`, [`mail ${secret}`]);
    writeFileSync(join(server.files, 'planted'), `mail ${secret}`);
    expect(await server.placesOf([secret])).toEqual(['candidates.resume', 'files'].map((place) => `${secret} in ${place}`));
    const logged = 'Mapped {/api/resume, PUT} route';
    expect(await server.placesOf([logged])).toEqual([`${logged} in logs`]);
  });
});
