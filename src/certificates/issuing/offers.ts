import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { CertifiableInterviews } from '../../interviews/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { withFitRole } from './certificate-name.js';
import { CertificateRepository } from './certificate.repository.js';
import { ContentRepository } from './content.repository.js';
import { type OfferView } from './issuing.dto.js';
import { notEarned } from './issuing.errors.js';
import { standingInWords } from './standing-in-words.js';

/** Nobody comes back to an offer later than that; then it is made anew. */
const OFFER_DAYS = 30;

/** Certificates that interviews have earned and nobody has asked for yet. */
@Injectable()
export class Offers {
  constructor(
    private readonly interviews: CertifiableInterviews,
    private readonly certificates: CertificateRepository,
    private readonly contents: ContentRepository,
    private readonly contacts: AccountContacts,
    private readonly policy: Policy,
  ) {}

  /** What an interview of one's own has earned; 404 for a foreign, invited or absent one. */
  async read(tx: Tx, candidateId: string, interviewId: string): Promise<OfferView> {
    const standing = await this.interviews.standing(tx, candidateId, interviewId);
    const { clips } = standing.fit ? await this.interviews.material(tx, candidateId, interviewId) : { clips: [] };
    const certificate = await this.certificates.ofInterview(tx, candidateId, interviewId);
    return {
      standing, clips: [...clips], name: await this.nameOf(tx, candidateId), validFor: this.policy.values.certificate.validFor.toString(),
      certificate: certificate && { id: certificate.id, state: certificate.state },
    };
  }

  /** The certificate of an interview, offered unless there is one: its id. AppError `certificates.not_earned`. */
  async make(tx: Tx, candidateId: string, interviewId: string): Promise<string> {
    const standing = await this.interviews.standing(tx, candidateId, interviewId);
    const there = await this.certificates.ofInterview(tx, candidateId, interviewId);
    if (there && there.state !== 'draft') return there.id;
    if (!standing.fit) throw notEarned(standingInWords(standing));
    const { facts } = await this.interviews.material(tx, candidateId, interviewId);
    const id = await this.certificates.offer(tx, candidateId, interviewId, OFFER_DAYS);
    if (!(await this.contents.find(tx, id))) await this.contents.put(tx, id, { name: await this.nameOf(tx, candidateId), facts: { ...(await withFitRole(facts)), clip: null }, part: null });
    return id;
  }

  private async nameOf(tx: Tx, candidateId: string): Promise<string> {
    return (await this.contacts.find(tx, candidateId))?.name ?? '';
  }
}
