import { Injectable } from '@nestjs/common';
import { InterviewMaterial } from '../../interviews/index.js';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy, type RetentionClass } from '../../platform/policy/index.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { auditGoodFrom, auditGoodUntil, NOTICE_BUSINESS_DAYS } from './new-york.js';
import { type TemplateContent } from './template-content.js';
import { type AiNoticeView } from './templates.dto.js';
import { TemplateVersions } from './template-versions.js';

/** What of such an interview is kept, whoever judges it; `ofAi` besides where AI providers may. */
const KEPT = { always: ['invitedResults', 'answerVideos', 'practiceAudio', 'judgements'], ofAi: ['aiRuns'] } as const satisfies Record<string, readonly RetentionClass[]>;

/** What whoever is invited may know about the program that scores them, for one version of a template: read from what runs and from the policy. */
@Injectable()
export class AiNotices {
  constructor(
    private readonly versions: TemplateVersions,
    private readonly organisations: OrganisationRepository,
    private readonly material: InterviewMaterial,
    private readonly policy: Policy,
  ) {}

  /** 404 for a draft. */
  async of(tx: Tx, versionId: string, now: Date): Promise<AiNoticeView> {
    const { id, organisationId, version, publishedAt, clientName, content } = await this.versions.get(tx, versionId);
    const organisation = await this.organisations.find(tx, organisationId);
    if (!organisation) throw notFound();
    const { name, kind, domain, domainVerifiedAt } = organisation;
    const { operator, retention } = this.policy.values;
    const judges = content.aiScoring ? this.judges() : [];
    const kept = [...KEPT.always, ...(judges.some(({ provider }) => provider) ? KEPT.ofAi : [])];
    return {
      id, version, publishedAt: publishedAt.toISOString(), jobTitle: content.jobTitle, clientName,
      organisation: { name, kind, domain, isDomainVerified: domainVerifiedAt !== null },
      aiScoring: content.aiScoring,
      judges,
      rubric: this.material.rubric(),
      competencies: this.material.competencies().filter((competency) => content.competencies.includes(competency.id)).map(({ title }) => title),
      answerKinds: content.answerKinds,
      newYork: newYorkOf(content, now),
      kept: kept.filter((each) => retention[each].keep !== 'not at all').map((each) => ({ says: retention[each].says, keep: this.policy.keeps(each), from: retention[each].from })),
      copyDelayDays: content.copyDelayDays,
      contact: { name: operator.name, address: operator.privacyContact },
    };
  }

  private judges(): AiNoticeView['judges'] {
    return this.material.judges().map(({ name, version, provider }) => {
      const declared = provider === null ? null : this.policy.processor(provider);
      return { name, version, provider: declared && { name: declared.name, region: declared.region, data: declared.data, policyUrl: declared.policyUrl } };
    });
  }
}

function newYorkOf({ newYork }: TemplateContent, now: Date): AiNoticeView['newYork'] {
  if (newYork === null) return null;
  const { auditDate, auditUrl, dataUrl } = newYork;
  const isAuditGood = now >= auditGoodFrom(auditDate) && now < auditGoodUntil(auditDate);
  return { businessDays: NOTICE_BUSINESS_DAYS, auditDate, auditUrl, dataUrl: dataUrl ?? null, isAuditGood };
}
