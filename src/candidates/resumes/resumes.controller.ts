import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { SkillDictionary } from '../skills/skill-dictionary.js';
import { CandidateResumes } from './candidate-resumes.js';
import { ResumeIntake } from './resume-intake.js';
import { asView, resumeView, type ResumeView } from './resumes.dto.js';

/** The one resume of whoever asks: what was found in it, never the file. */
@Controller('api/resume')
export class ResumesController {
  constructor(
    private readonly intake: ResumeIntake,
    private readonly resumes: CandidateResumes,
    private readonly dictionary: SkillDictionary,
    private readonly db: Database,
  ) {}

  @Get()
  @For('candidate')
  @View(resumeView)
  async getResume(@Me() actor: Actor): Promise<ResumeView> {
    return asView(await this.resumes.findMine(this.db.alone, actor.id), this.dictionary);
  }

  @Put()
  @For('candidate')
  @ApiConsumes('application/pdf')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @View(resumeView)
  async putResume(@Me() actor: Actor, @Body() body: unknown): Promise<ResumeView> {
    return asView(await this.intake.read(actor.id, body), this.dictionary);
  }

  @Delete()
  @For('candidate')
  @HttpCode(204)
  async deleteResume(@Me() actor: Actor): Promise<void> {
    await this.intake.forget(actor.id);
  }
}
