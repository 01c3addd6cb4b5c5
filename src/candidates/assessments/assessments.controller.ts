import { Body, Controller, Delete, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { PaperPress } from '../../platform/paper/index.js';
import { assessmentPdf } from './assessment-pdf.js';
import { AssessmentShelf } from './assessment-shelf.js';
import {
  asLine, assessmentBody, type AssessmentBody, assessmentListView, type AssessmentListView, assessmentRolesView, type AssessmentRolesView,
  assessmentView, type AssessmentView, asView,
} from './assessments.dto.js';
import { Assessor } from './assessor.js';

/** How the resume of whoever asks fits a role and a description. */
@Controller('api')
export class AssessmentsController {
  constructor(
    private readonly shelf: AssessmentShelf,
    private readonly assessor: Assessor,
    private readonly press: PaperPress,
  ) {}

  @Get('assessment-roles')
  @For('candidate')
  @View(assessmentRolesView)
  assessmentRoles(): AssessmentRolesView {
    return { roles: this.assessor.roles.roles.map(({ id, title }) => ({ id, title })) };
  }

  @Post('assessments')
  @For('candidate')
  @View(assessmentView, 201)
  async makeAssessment(@Me() actor: Actor, @Body({ schema: assessmentBody }) wish: AssessmentBody): Promise<AssessmentView> {
    return asView(await this.shelf.make(actor.id, wish));
  }

  @Get('assessments')
  @For('candidate')
  @View(assessmentListView)
  async myAssessments(@Me() actor: Actor): Promise<AssessmentListView> {
    return { items: (await this.shelf.list(actor.id)).map(asLine) };
  }

  @Get('assessments/:id')
  @For('candidate')
  @View(assessmentView)
  async assessment(@Me() actor: Actor, @Id() id: string): Promise<AssessmentView> {
    return asView(await this.shelf.read(actor.id, id));
  }

  @Get('assessments/:id/pdf')
  @For('candidate')
  @ApiProduces('application/pdf')
  async assessmentPdf(@Me() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    const kept = await this.shelf.read(actor.id, id);
    const file = await this.press.set(actor.id, () => assessmentPdf(kept));
    return new StreamableFile(file, { type: 'application/pdf', disposition: `attachment; filename="resume-fit-${kept.roleId}.pdf"` });
  }

  @Delete('assessments/:id')
  @For('candidate')
  @HttpCode(204)
  deleteAssessment(@Me() actor: Actor, @Id() id: string): Promise<void> {
    return this.shelf.delete(actor.id, id);
  }
}
