import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { TemplateDesk } from './template-desk.js';
import { asLine, templateBody, type TemplateBody, templatesQuery, type TemplatesQuery, templatesView, type TemplatesView, templateView, type TemplateView } from './templates.dto.js';
import { Templates } from './templates.js';

/** The interviews an organisation asks people to, as wholes. */
@Controller('api/templates')
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly desk: TemplateDesk,
  ) {}

  @Get()
  @For('recruiter')
  @View(templatesView)
  async listTemplates(@Me() actor: Actor, @Query({ schema: templatesQuery }) { archived, after }: TemplatesQuery): Promise<TemplatesView> {
    const { templates, next } = await this.desk.seated(actor.id, (tx, seat) => this.templates.page(tx, seat, { archived: archived === 'true', after: after ?? null }));
    return { templates: templates.map(asLine), next };
  }

  @Post()
  @For('recruiter')
  @View(templateView, 201)
  createTemplate(@Me() actor: Actor, @Body({ schema: templateBody }) body: TemplateBody): Promise<TemplateView> {
    return this.desk.shown(actor.id, (tx, seat) => this.templates.create(tx, seat, body));
  }

  @Get(':id')
  @For('recruiter')
  @View(templateView)
  template(@Me() actor: Actor, @Id() id: string): Promise<TemplateView> {
    return this.desk.shown(actor.id, () => Promise.resolve(id));
  }

  @Post(':id/copy')
  @For('recruiter')
  @View(templateView, 201)
  copyTemplate(@Me() actor: Actor, @Id() id: string): Promise<TemplateView> {
    return this.desk.shown(actor.id, (tx, seat) => this.templates.copy(tx, seat, id));
  }

  @Put(':id/archive')
  @For('recruiter')
  @HttpCode(200)
  @View(templateView)
  archiveTemplate(@Me() actor: Actor, @Id() id: string): Promise<TemplateView> {
    return this.archive(actor, id, true);
  }

  @Delete(':id/archive')
  @For('recruiter')
  @HttpCode(200)
  @View(templateView)
  unarchiveTemplate(@Me() actor: Actor, @Id() id: string): Promise<TemplateView> {
    return this.archive(actor, id, false);
  }

  private archive(actor: Actor, id: string, isArchived: boolean): Promise<TemplateView> {
    return this.desk.shown(actor.id, async (tx, seat) => {
      await this.templates.archive(tx, seat, id, isArchived);
      return id;
    });
  }
}
