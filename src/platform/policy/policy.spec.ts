import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Policy } from './index.js';

const directory = join(import.meta.dirname, '../../../policies');
const written = (change: (text: string) => string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'));
  writeFileSync(join(folder, 'changed.yaml'), change(readFileSync(join(directory, 'viva-voce.yaml'), 'utf8')));
  return folder;
};

describe('the policy', () => {
  it.each(readdirSync(directory))('%s can be used', (file) => {
    expect(Policy.load(file.replace('.yaml', ''), directory).values.name).toBe(file.replace('.yaml', ''));
  });

  it('keeps the results of an interview for 90 days, to the second', () => {
    const policy = Policy.load('viva-voce', directory);
    expect(policy.endOf('interviewResults', new Date('2026-11-21T10:00:01Z')).toISOString()).toBe('2027-02-19T10:00:01.000Z');
    expect(policy.keeps('interviewResults')).toBe('90 days');
  });

  it('gives no end to what stays until it is deleted', () => {
    const policy = Policy.load('viva-voce', directory);
    expect(policy.expiresAt('account', new Date())).toBeNull();
    expect(() => policy.endOf('account', new Date())).toThrow(/no end/);
  });

  it('knows the processors it declares, each once, and no others', () => {
    const policy = Policy.load('viva-voce', directory);
    expect(policy.processor('anthropic')).toMatchObject({ name: 'Anthropic' });
    expect(policy.processor('somebody-else')).toBeNull();
    const folder = written((text) => text.replace('id: openai', 'id: anthropic'));
    expect(() => Policy.load('changed', folder)).toThrow(/processors: names a processor twice/);
  });

  it('knows where it still has the words it came with in place of those of the operator', () => {
    const left = (folder: string) => Policy.load('changed', folder).placeholders;
    expect(left(written((text) => text))).toEqual([
      'operator.name', 'operator.privacyContact', 'operator.address', 'operator.fiduciary.name', 'operator.fiduciary.contact', 'operator.grievanceOfficer.name', 'operator.grievanceOfficer.contact',
    ]);
    const nearly = (text: string): string => text.replace('name: The operator of this Viva Voce', 'name: Nordlys Interviews AS').replaceAll('viva-voce.example', 'nordlys.test').replaceAll(/Name the person who [a-z ]+/g, 'Ingrid Vik');
    expect(left(written(nearly))).toEqual(['operator.address']);
    expect(left(written((text) => nearly(text).replace('Set this address before anybody else uses this copy', 'Strandgaten 4, 5013 Bergen')))).toEqual([]);
  });

  it('says what has changed with every version', () => {
    const folder = written((text) => text.replace(/^version: .*$/m, 'version: "2027-01-01"'));
    expect(() => Policy.load('changed', folder)).toThrow(/changes: must begin with the version of this policy/);
  });

  it('keeps requests about data for longer than their answers may take', () => {
    const folder = written((text) => text.replace('answerWithin: P30D', 'answerWithin: P4Y'));
    expect(() => Policy.load('changed', folder)).toThrow(/retention.dataRequests.keep: must be longer than rights.answerWithin/);
  });

  it('keeps no recording for longer than those of one interview together', () => {
    const folder = written((text) => text.replace(/(sessionRecordings:\s+says: .*\s+keep: )P90D/, '$1P60D'));
    expect(() => Policy.load('changed', folder)).toThrow(/retention.sessionRecordings.keep: must not be shorter than practiceAudio and answerVideos/);
  });

  it('names each purpose so shortly that it fits the heading of a mail', () => {
    const folder = written((text) => text.replace('title: News about this place by mail', `title: ${'x'.repeat(121)}`));
    expect(() => Policy.load('changed', folder)).toThrow(/purposes.marketing_email.title: Too big/);
  });

  it('cannot be told to sell data', () => {
    const folder = written((text) => text.replace('sale: never', 'sale: sometimes'));
    expect(() => Policy.load('changed', folder)).toThrow(/sale:/);
  });

  it('names every fault of a file that does not fit, and refuses a key nobody reads', () => {
    const folder = written((text) => text.replaceAll('keep: P90D', 'keep: ninety days').replace('ages:', 'ages:\n  pets: 3'));
    expect(() => Policy.load('changed', folder)).toThrow(/ages.*pets[\s\S]*retention\.interviewResults\.keep/);
  });
});
