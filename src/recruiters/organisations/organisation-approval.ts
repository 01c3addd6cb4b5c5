import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { Policy } from '../../platform/policy/index.js';
import { organisationFact } from '../recruiters.facts.js';
import { DomainProof } from './domain-proof.js';
import { MemberRepository } from './member.repository.js';
import { OrganisationNews } from './organisation-news.js';
import { type Organisation, OrganisationRepository } from './organisation.repository.js';
import { approvedWords, refusedWords, suspendedWords, type Told, unprovenWords, waitingWords } from './organisation-words.js';
import { noReason, tooLateToDecide } from './organisations.errors.js';
import { type OrganisationState } from './seats.js';

export const decisions = ['approve', 'refuse', 'suspend'] as const;
export type Decision = (typeof decisions)[number];

/** From which states each decision leads where. */
const ways: Record<Decision, { readonly from: readonly OrganisationState[]; readonly to: Exclude<OrganisationState, 'pending'> }> = {
  approve: { from: ['pending', 'refused', 'suspended'], to: 'approved' },
  refuse: { from: ['pending'], to: 'refused' },
  suspend: { from: ['approved'], to: 'suspended' },
};

/** Whether an organisation may search: shown by the address of an owner, or decided by the operator. */
@Injectable()
export class OrganisationApproval {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly members: MemberRepository,
    private readonly proof: DomainProof,
    private readonly news: OrganisationNews,
    private readonly policy: Policy,
    private readonly audit: AuditLog,
  ) {}

  /** Looks whether the address of an owner shows that the domain is theirs, and at what hangs from that. Call it whenever owners or their addresses change. */
  async byDomain(tx: Tx, organisationId: string): Promise<void> {
    const found = await this.organisations.hold(tx, organisationId);
    if (!found) return;
    const isShown = await this.proof.isGiven(tx, found.domain, await this.members.owners(tx, found.id));
    if (isShown && found.domainVerifiedAt === null) await this.proven(tx, found);
    if (!isShown && found.domainVerifiedAt !== null) await this.unproven(tx, found);
  }

  /** An operator decides; AppErrors `not_found`, `recruiters.no_reason`, `recruiters.decision_does_not_fit`. */
  async decide(tx: Tx, operatorId: string, organisationId: string, decision: Decision, reason: string | null): Promise<void> {
    const found = await this.organisations.hold(tx, organisationId);
    if (!found) throw notFound();
    if (!ways[decision].from.includes(found.state)) throw tooLateToDecide();
    if (decision !== 'approve' && reason === null) throw noReason();
    await this.settle(tx, found, { actor: operatorId, decision, reason: decision === 'approve' ? null : reason });
  }

  /** Approves what waits, where the policy lets a domain do that and nobody ever decided against it. */
  private async proven(tx: Tx, found: Organisation): Promise<void> {
    await this.organisations.verifyDomain(tx, found.id);
    if (found.state !== 'pending' || this.policy.values.recruiters.approval !== 'domain' || (await this.organisations.isDecidedAgainst(tx, found))) return;
    await this.settle(tx, found, { actor: null, decision: 'approve', reason: null });
  }

  /** An approval does not outlive what it rests on; one that an operator gave rests on the operator. */
  private async unproven(tx: Tx, found: Organisation): Promise<void> {
    await this.organisations.endProof(tx, found.id);
    if (!found.isApprovedByDomain) return;
    await this.news.tell(tx, await this.members.owners(tx, found.id), unprovenWords(found));
    await this.news.tellOperators(tx, waitingWords(found));
    await this.audit.append(tx, { actor: { kind: 'system', id: null }, action: 'recruiters.organisation_unproven', subject: { kind: 'organisation', id: found.id } });
  }

  private async settle(tx: Tx, organisation: Organisation, { actor, decision, reason }: { actor: string | null; decision: Decision; reason: string | null }): Promise<void> {
    await this.organisations.decide(tx, organisation, ways[decision].to, reason, actor === null);
    await noteFact(tx, organisationFact, { organisationId: organisation.id, state: ways[decision].to });
    await this.news.tell(tx, await this.members.owners(tx, organisation.id), wordsFor(decision, organisation, reason ?? ''));
    await this.audit.append(tx, {
      actor: actor === null ? { kind: 'system', id: null } : { kind: 'account', id: actor },
      action: `recruiters.organisation_${ways[decision].to}`,
      subject: { kind: 'organisation', id: organisation.id },
    });
  }
}

const wordsFor = (decision: Decision, organisation: Organisation, reason: string): Told => {
  if (decision === 'approve') return approvedWords(organisation);
  return decision === 'refuse' ? refusedWords(organisation, reason) : suspendedWords(organisation, reason);
};
