import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { ConsentGate } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { SkillIndex } from '../skills/skill-index.js';
import { phonesIn } from '../resumes/redaction/contact-data.js';
import { personalIn } from './personal-words.js';
import { type ProfileWish } from './profile.js';
import { profileIsListed, profileIsPersonal } from './profiles.errors.js';

/** What a profile may say: nothing that tells who somebody is or how to reach them, and enough while recruiters can find it. */
@Injectable()
export class ProfileRules {
  constructor(
    private readonly skills: SkillIndex,
    private readonly contacts: AccountContacts,
    private readonly gate: ConsentGate,
  ) {}

  /** AppErrors `candidates.profile_personal` and `candidates.profile_listed`. */
  async check(tx: Tx, accountId: string, wish: ProfileWish): Promise<void> {
    await this.refusePersonal(tx, accountId, wish);
    await this.refuseEmpty(tx, accountId, wish);
  }

  private async refusePersonal(tx: Tx, accountId: string, { headline, roleTitle, skills, place }: ProfileWish): Promise<void> {
    const contact = await this.contacts.find(tx, accountId);
    const texts = { headline, roleTitle, place, skills: skills.filter((name) => this.skills.idOf(name) === null).join('\n') };
    for (const [field, text] of Object.entries(texts)) {
      const kind = personalIn(text, contact?.name ?? '', (found) => this.skills.idOf(found) !== null);
      if (kind !== null) throw profileIsPersonal(field, kind);
    }
    // A number may be cut in two.
    if (phonesIn(texts.skills.replaceAll('\n', ' '), () => false).length > 0) throw profileIsPersonal('skills', 'phone');
  }

  private async refuseEmpty(tx: Tx, accountId: string, { headline, skills }: ProfileWish): Promise<void> {
    if (headline !== '' && skills.length > 0) return;
    if (await this.gate.find(tx, accountId, 'discovery')) throw profileIsListed(headline === '' ? 'headline' : 'skills');
  }
}
