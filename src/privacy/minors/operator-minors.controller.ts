import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { MinorDecisions } from './minor-decisions.js';
import { asMinorReport, decisionBody, hidingBody, type HidingBody, minorReportsQuery, type MinorReportsQuery, minorReportsView, type MinorReportsView, minorReportView, type MinorReportView } from './minors.dto.js';

const PAGE = 50;

/** Reports of minors, for whoever decides about them. */
@Controller('api/operations/minor-reports')
export class OperatorMinorsController {
  constructor(private readonly decisions: MinorDecisions) {}

  @Get()
  @For('operator')
  @View(minorReportsView)
  async minorReports(@Me() actor: Actor, @Query({ schema: minorReportsQuery }) { state, before }: MinorReportsQuery): Promise<MinorReportsView> {
    const found = await this.decisions.list(actor.id, state, before ?? null, PAGE + 1);
    const reports = found.slice(0, PAGE);
    return { reports: reports.map(asMinorReport), next: found.length > PAGE ? (reports.at(-1)?.id ?? null) : null };
  }

  /** Hides whom it is about for three days from now on. */
  @Post(':id/hiding')
  @For('operator')
  @HttpCode(200)
  @View(minorReportView)
  async hideReported(@Me() actor: Actor, @Id() id: string, @Body({ schema: hidingBody }) { accountId }: HidingBody): Promise<MinorReportView> {
    return asMinorReport(await this.decisions.hide(actor.id, id, accountId));
  }

  @Post(':id/erasure')
  @For('operator')
  @HttpCode(200)
  @View(minorReportView)
  async eraseReported(@Me() actor: Actor, @Id() id: string, @Body({ schema: decisionBody }) { reason }: { reason: string }): Promise<MinorReportView> {
    return asMinorReport(await this.decisions.erase(actor.id, id, reason));
  }

  @Post(':id/restoration')
  @For('operator')
  @HttpCode(200)
  @View(minorReportView)
  async restoreReported(@Me() actor: Actor, @Id() id: string, @Body({ schema: decisionBody }) { reason }: { reason: string }): Promise<MinorReportView> {
    return asMinorReport(await this.decisions.restore(actor.id, id, reason));
  }
}
