import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Policy, purposes } from './index.js';

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

  it('[MP12] says of exactly six named purposes what each uses, why and on what ground, and of nothing else than these and what people are asked to allow', () => {
    const { uses, purposes: asked } = Policy.load('viva-voce', directory).values;
    expect([...new Set(uses.map(({ purpose }) => purpose))].sort()).toEqual(['analyse', 'notify', 'pay', 'personalise', 'provide', 'secure']);
    expect(Object.keys(asked)).toEqual([...purposes]);
    expect(() => Policy.load('changed', written((text) => text.replace('purpose: notify', 'purpose: provide')))).toThrow(/uses: must say of each of these what it uses/);
    expect(() => Policy.load('changed', written((text) => text.replace('purpose: analyse', 'purpose: advertise')))).toThrow(/uses\.\d+\.purpose/);
    expect(() => Policy.load('changed', written((text) => text.replace(/^ {2}analytics:$/m, '  profiling:')))).toThrow(/purposes/);
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
    for (const within of ['answerWithin: P30D', 'answerWithin: P90D']) {
      const folder = written((text) => text.replace(within, 'answerWithin: P4Y'));
      expect(() => Policy.load('changed', folder)).toThrow(/retention.dataRequests.keep: must be longer than every answerWithin of rights/);
    }
  });

  it('keeps no recording for longer than those of one interview together', () => {
    const folder = written((text) => text.replace(/(sessionRecordings:\s+says: .*\s+keep: )P90D/, '$1P60D'));
    expect(() => Policy.load('changed', folder)).toThrow(/retention.sessionRecordings.keep: must not be shorter than practiceAudio and answerVideos/);
  });

  it('names each purpose so shortly that it fits the heading of a mail', () => {
    const folder = written((text) => text.replace('title: News about this place by mail', `title: ${'x'.repeat(121)}`));
    expect(() => Policy.load('changed', folder)).toThrow(/purposes.marketing_email.title: Too big/);
  });

  it('says upon another only what differs: values and lists are replaced, a null takes a key away, and an id stands for what has it there', () => {
    const folder = written((text) => text);
    const extending = (more: string): Policy => {
      writeFileSync(join(folder, 'own.yaml'), `extends: changed\nname: own\n${more}`);
      return Policy.load('own', folder);
    };
    const { values } = extending('ages: { account: 18 }\nprocessors: [razorpay]\nsold: { gateways: { NGN: null, GHS: null, KES: null, ZAR: null, others: null }, currencies: [INR] }');
    const { values: base } = Policy.load('changed', folder);
    expect(values).toMatchObject({ name: 'own', ages: { account: 18, adult: base.ages.adult }, sold: { gateways: { INR: 'razorpay' }, currencies: ['INR'] } });
    expect([Object.keys(values.sold.gateways), values.processors]).toEqual([['INR'], base.processors.filter(({ id }) => id === 'razorpay')]);
    expect(() => extending('processors: [somebody]')).toThrow(/processors/);
    writeFileSync(join(folder, 'loop.yaml'), 'extends: loop\nname: loop\n');
    expect(() => Policy.load('loop', folder)).toThrow(/extends itself: loop → loop/);
  });

  it('sells through nobody whom it does not declare, and pins nothing where everything stays', () => {
    const undeclared = written((text) => text.replace('others: stripe }', 'others: paddle }').replace('- id: paddle', '- id: padle'));
    expect(() => Policy.load('changed', undeclared)).toThrow(/sold.gateways: names a gateway that is not among the processors/);
    const endless = written((text) => text.replace(/(interviewResults:\s+says: .*\s+keep: )P90D/, '$1until deleted'));
    expect(() => Policy.load('changed', endless)).toThrow(/pins.interviewResults: must be false/);
  });

  it('asks nobody whether what is never kept may be kept', () => {
    const keepsNoSound = Policy.load('changed', written((text) => text.replace(/(practiceAudio:\s+says: .*\s+keep: )P30D/, '$1not at all')));
    expect(purposes.filter((purpose) => !keepsNoSound.asksFor(purpose))).toEqual(['audio_replay']);
    const keepsNoPicture = Policy.load('changed', written((text) => text.replace(/(answerVideos:\s+says: .*\s+keep: )P90D/, '$1not at all')));
    expect(purposes.filter((purpose) => !keepsNoPicture.asksFor(purpose))).toEqual(['recording', 'certificate_clip']);
    expect(purposes.filter((purpose) => !Policy.load('viva-voce', directory).asksFor(purpose))).toEqual([]);
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
