import { Injectable } from '@nestjs/common';
import { InterviewScores } from '../../interviews/index.js';
import { Database } from '../../platform/db/index.js';
import { Seats } from '../organisations/seats.js';
import { TemplateVersionRepository } from '../templates/template-version.repository.js';
import { TemplateRepository } from '../templates/template.repository.js';
import { type CopiedPeople } from './copies-pdf.js';
import { CopyRepository } from './copy.repository.js';

/** What stands above the rows of a file. */
@Injectable()
export class CopyHeads {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly versions: TemplateVersionRepository,
    private readonly copies: CopyRepository,
    private readonly scores: InterviewScores,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  /** 404 for another organisation's template. */
  of(accountId: string, templateId: string): Promise<Omit<CopiedPeople, 'rows'>> {
    return this.db.transaction(async (tx) => {
      const { organisationId, organisationName, seenAt } = await this.seats.searching(tx, accountId);
      await this.templates.getMine(tx, organisationId, templateId);
      const newest = await this.versions.findNewest(tx, templateId);
      const competencies = (await this.copies.competencies(tx, templateId)).map((id) => ({ id, title: this.scores.competencyTitle(id) }));
      return { jobTitle: newest?.content.jobTitle ?? '', organisationName, madeAt: seenAt, competencies };
    });
  }
}
