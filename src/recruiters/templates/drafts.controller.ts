import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { InterviewMaterial } from '../../interviews/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { TemplateDesk } from './template-desk.js';
import { TemplateDrafts } from './template-drafts.js';
import { draftBody, type DraftBody, draftQuery, materialView, type MaterialView, publicationBody, templateView, type TemplateView } from './templates.dto.js';

/** The version of a template that is written still, and what it is put together from. */
@Controller('api')
export class DraftsController {
  constructor(
    private readonly drafts: TemplateDrafts,
    private readonly material: InterviewMaterial,
    private readonly desk: TemplateDesk,
  ) {}

  @Get('template-material')
  @For('recruiter')
  @View(materialView)
  templateMaterial(@Me() actor: Actor): Promise<MaterialView> {
    return this.desk.seated(actor.id, async (tx, { clients }) => ({
      competencies: this.material.competencies().map(({ id, title, anchors }) => ({ id, title, anchors: anchors ?? null })),
      levels: this.material.levels(),
      questions: (await this.material.questions(tx, actor.id)).map((question) => ({ ...question, competencies: [...question.competencies], roles: [...question.roles], levels: [...question.levels], points: [...question.points] })),
      clients: [...clients],
    }));
  }

  @Post('templates/:id/draft')
  @For('recruiter')
  @View(templateView, 201)
  beginDraft(@Me() actor: Actor, @Id() id: string): Promise<TemplateView> {
    return this.desk.shown(actor.id, async (tx, seat) => {
      await this.drafts.begin(tx, seat, id);
      return id;
    });
  }

  @Put('templates/:id/draft')
  @For('recruiter')
  @View(templateView)
  saveDraft(@Me() actor: Actor, @Id() id: string, @Body({ schema: draftBody }) body: DraftBody): Promise<TemplateView> {
    return this.desk.shown(actor.id, async (tx, seat) => {
      await this.drafts.save(tx, seat, id, body);
      return id;
    });
  }

  @Delete('templates/:id/draft')
  @For('recruiter')
  @HttpCode(204)
  discardDraft(@Me() actor: Actor, @Id() id: string, @Query({ schema: draftQuery }) { revision }: { revision: number }): Promise<void> {
    return this.desk.seated(actor.id, (tx, seat) => this.drafts.discard(tx, seat, id, revision));
  }

  @Post('templates/:id/publication')
  @For('recruiter')
  @HttpCode(200)
  @View(templateView)
  publishTemplate(@Me() actor: Actor, @Id() id: string, @Body({ schema: publicationBody }) { revision }: { revision: number }): Promise<TemplateView> {
    return this.desk.shown(actor.id, async (tx, seat) => {
      await this.drafts.publish(tx, seat, id, revision);
      return id;
    });
  }
}
