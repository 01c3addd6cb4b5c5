import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CandidateProfile, CandidateProfiles, SkillIndex } from '../candidates/index.js';
import { ConsentDesk } from '../consent/index.js';
import { newId } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { MemberRepository } from './organisations/member.repository.js';
import { OrganisationRepository } from './organisations/organisation.repository.js';
import { type OrganisationKind } from './organisations/seats.js';

/** What somebody of a demonstration says of themself, and the fields they share besides headline and skills. */
export interface DemoProfile extends Omit<CandidateProfile, 'skills' | 'updatedAt'> {
  readonly skills: readonly string[];
  readonly shares: readonly string[];
}

export interface DemoOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly domain: string;
  readonly clients: readonly { readonly name: string; readonly domain: string }[];
}

/** Both sides of the market for a demonstration. Whoever is listed consents to it through the desk, as everybody does. */
@Injectable()
export class DemoTalent {
  constructor(
    private readonly profiles: CandidateProfiles,
    private readonly skills: SkillIndex,
    private readonly consents: ConsentDesk,
    private readonly market: OrganisationRepository,
    private readonly members: MemberRepository,
    private readonly policy: Policy,
  ) {}

  /** Writes the profile of an account and switches on that recruiters can find it. */
  async list(tx: Tx, accountId: string, { skills, shares, ...profile }: DemoProfile): Promise<void> {
    const { version, control } = this.policy.values.purposes.discovery;
    await this.profiles.replace(tx, accountId, { ...profile, skills: skills.map((name) => this.skills.named(name)) });
    await this.consents.give(tx, {
      subjectId: accountId, purpose: 'discovery', fields: shares, noticeVersion: version, wording: control, locale: 'en', how: 'switch', where: '/visibility', eventId: randomUUID(),
    });
  }

  /** An approved organisation whose one member owns it and recruits for it. */
  async found(tx: Tx, accountId: string, { clients, ...organisation }: DemoOrganisation): Promise<void> {
    const id = newId();
    await this.market.insert(tx, { id, ...organisation });
    await this.market.decide(tx, { id, domain: organisation.domain }, 'approved', null);
    for (const client of clients) await this.market.addClient(tx, id, client);
    await this.members.add(tx, accountId, id, ['owner', 'recruiter']);
  }
}
