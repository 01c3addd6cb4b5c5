import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { Issuer } from '../issuer.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { judge, judgeOurs, noCredential } from './judge.js';
import { type FoundReading, type OurKeys } from './reading.js';
import { RegisterRepository } from './register.repository.js';
import { UploadReader } from './upload-reader.js';
import { type Verdict } from './verifications.dto.js';

const SLUG = /^[\w-]{22}$/;
const LONGEST_LINK = 2_000;

/** Says whether something is a certificate of ours that holds. Of what is brought nothing is kept, and nothing is fetched. */
@Injectable()
export class Verification {
  constructor(
    private readonly reader: UploadReader,
    private readonly keys: SigningKeys,
    private readonly register: RegisterRepository,
    private readonly issuer: Issuer,
    private readonly db: Database,
  ) {}

  /** A file, or a text that was pasted: a credential, a JWT, or the address of a certificate. */
  async verify(brought: Uint8Array | string): Promise<Verdict> {
    const slug = typeof brought === 'string' ? this.slugIn(brought.trim()) : null;
    if (slug !== null) return this.verifyLink(slug);
    if (typeof brought === 'string' && /^https?:\/\/\S+$/.test(brought.trim())) return noCredential('This link does not lead to a certificate of this place. Links to elsewhere are not opened.');
    const bytes = Buffer.from(brought);
    const rings = await this.ours();
    const reading = await this.reader.read(bytes, rings);
    return this.verdict(reading, rings, reading !== null && reading.carrier !== 'text' ? createHash('sha256').update(bytes).digest('hex') : null);
  }

  /** What the page behind a link shows is checked like everything else. */
  private async verifyLink(slug: string): Promise<Verdict> {
    const entry = await this.register.find(this.db.alone, slug);
    if (!entry) return noCredential('There is no certificate of this place under this link.');
    const credential = entry.state === 'valid' ? (entry.content?.credential ?? null) : null;
    // What has ended is not shown any more, and the register says what became of it.
    if (credential === null) return judgeOurs({ entry, words: null, sha256: null, issuer: this.issuer.name, url: `${this.issuer.url}/c/${slug}` }, [{ what: 'found', passed: true, says: 'There is a certificate of this place under this link.' }]);
    const rings = await this.ours();
    return this.verdict(await this.reader.read(Buffer.from(credential), rings), rings, null);
  }

  private async verdict(reading: FoundReading | null, { rings }: OurKeys, sha256: string | null): Promise<Verdict> {
    const isOurs = reading?.proof === 'good' && reading.key !== null;
    const slug = isOurs ? lastPart(reading.id) : null;
    if (isOurs && slug === null) return noCredential('It was signed here, and it is no certificate: perhaps a list of states.');
    const entry = slug === null ? null : await this.register.find(this.db.alone, slug);
    return judge({ reading, namesUs: reading !== null && this.namesUs(reading, rings), entry, words: reading?.words ?? null, sha256, issuer: this.issuer.name, url: reading?.id ?? '' });
  }

  /** By our name, or by an address of ours, whoever it says signed it. */
  private namesUs({ issuer, id: address }: FoundReading, rings: OurKeys['rings']): boolean {
    return this.isHere(address) || rings.some(({ id }) => this.issuer.profile({ id }).id === issuer || issuer === `did:key:${id}`);
  }

  private isHere(address: string): boolean {
    return URL.canParse(address) && new URL(address).host === new URL(this.issuer.url).host;
  }

  private async ours(): Promise<OurKeys> {
    return { rings: (await this.keys.published(this.db.alone)).map(({ id, rsa }) => ({ id, n: rsa.n ?? '' })) };
  }

  /** The last part of the address of a certificate of this place, or that part alone; null for everything else. */
  private slugIn(text: string): string | null {
    if (text.length > LONGEST_LINK) return null;
    return SLUG.test(text) || this.isHere(text) ? lastPart(text) : null;
  }
}

/** What names a certificate in its address, wherever this place was when it was issued. */
const lastPart = (text: string): string | null => /(?:^|\/c\/)([\w-]{22})(?:[/?#].*)?$/.exec(text)?.[1] ?? null;
