import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Checks } from './checks.js';
import { checkDecisionBody, type CheckDecisionBody, checksView, type ChecksView, readingBody, readingView, type ReadingView } from './checks.dto.js';

/** Certificates that wait for a person, because answers are like earlier ones. */
@Controller('api/operations/certificate-checks')
export class ChecksController {
  constructor(
    private readonly checks: Checks,
    private readonly db: Database,
  ) {}

  /** The one that waits longest first. */
  @Get()
  @For('operator')
  @View(checksView)
  async certificateChecks(@Me() actor: Actor): Promise<ChecksView> {
    const waiting = await this.checks.waiting(this.db.alone);
    return {
      checks: waiting.map(({ certificateId: id, candidateId, interviewId, roleTitle, levelTitle, overall, askedAt, findings }) => ({
        id, roleTitle, levelTitle, overall, askedAt: askedAt.toISOString(), isOwn: candidateId === actor.id, isReadable: interviewId !== null, findings: findings.map((finding) => ({ ...finding })),
      })),
    };
  }

  @Post(':id/reading')
  @For('operator')
  @HttpCode(200)
  @View(readingView)
  async readCertificateCheck(@Me() actor: Actor, @Id() id: string, @Body({ schema: readingBody }) { reason }: { reason: string }): Promise<ReadingView> {
    return { answers: await this.db.transaction((tx) => this.checks.read(tx, actor.id, id, reason)) };
  }

  @Post(':id/decision')
  @For('operator')
  @HttpCode(204)
  async decideCertificateCheck(@Me() actor: Actor, @Id() id: string, @Body({ schema: checkDecisionBody }) decision: CheckDecisionBody): Promise<void> {
    await this.db.transaction((tx) => this.checks.decide(tx, actor.id, id, decision));
  }
}
