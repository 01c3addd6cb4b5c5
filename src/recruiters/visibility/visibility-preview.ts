import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { ConsentGate } from '../../consent/index.js';
import { AppError } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type ListedTalent } from '../talent/listed-talent.js';
import { ListingMaterial } from '../talent/listing-material.js';
import { type OpenedTalent, TalentAnswers } from '../talent/talent-answers.js';

/** An alias stands for somebody only once they are listed. */
const EXAMPLE_ALIAS = 'Teal Heron 407';
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What recruiters would see of somebody, made of what a listing is made of, and shown to nobody but them. */
@Injectable()
export class VisibilityPreview {
  constructor(
    private readonly material: ListingMaterial,
    private readonly answers: TalentAnswers,
    private readonly contacts: AccountContacts,
    private readonly gate: ConsentGate,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** With these fields shared besides the least there must be. AppErrors as of `ListingMaterial.of`. */
  async of(tx: Tx, accountId: string, wished: readonly string[]): Promise<OpenedTalent> {
    const { atLeast, fields: offered, expires } = this.policy.values.purposes.discovery;
    const fields = offered.filter((field) => atLeast.includes(field) || wished.includes(field));
    const { scores, certificate, ...said } = await this.material.of(tx, accountId, fields);
    const now = await this.clock.now(tx);
    const live = await this.gate.find(tx, accountId, 'discovery');
    const talent = {
      ...said, ...(await this.contact(tx, accountId, fields)), talentId: NOBODY, fields, alias: (await this.alias(tx, accountId)) ?? EXAMPLE_ALIAS,
      scores: scores && { overall: scores.overall, evaluator: scores.evaluator, competencies: scores.competencies, expiresAt: scores.until?.toISOString() ?? null },
      certificate: certificate && { role: certificate.role, score: certificate.score, validUntil: certificate.validUntil.toISOString(), slug: fields.includes('name') ? certificate.slug : null },
      grantExpiresAt: live?.expiresAt ?? (expires ? expires.after(now) : now), listedAt: now,
    };
    return this.answers.preview(tx, talent, accountId);
  }

  /** What keeps somebody from being found at all, whatever they share: that first which nothing they write could change. Null when nothing does. */
  async hindrance(tx: Tx, accountId: string): Promise<AppError | null> {
    try {
      await this.material.of(tx, accountId, this.policy.values.purposes.discovery.atLeast);
      return null;
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }

  private async contact(tx: Tx, accountId: string, fields: readonly string[]): Promise<Pick<ListedTalent, 'name' | 'email'>> {
    const contact = await this.contacts.find(tx, accountId);
    if (!contact) return {};
    return { ...(fields.includes('name') ? { name: contact.name } : {}), ...(fields.includes('email') ? { email: contact.email } : {}) };
  }

  private async alias(tx: Tx, accountId: string): Promise<string | null> {
    const [row] = await tx.query<{ alias: string }[]>('select alias from recruiters.talent_listing where candidate_id = $1', [accountId]);
    return row?.alias ?? null;
  }
}
