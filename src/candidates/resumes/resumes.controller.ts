import { Body, Controller, Delete, Get, HttpCode, Put, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { SkillDictionary } from '../skills/skill-dictionary.js';
import { CandidateResumes } from './candidate-resumes.js';
import { ResumeFiles } from './resume-files.js';
import { ResumeIntake } from './resume-intake.js';
import { asView, resumeView, type ResumeView } from './resumes.dto.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The one resume of whoever asks: what was found in it, and the file where they consent to its being kept. */
@Controller('api/resume')
export class ResumesController {
  constructor(
    private readonly intake: ResumeIntake,
    private readonly resumes: CandidateResumes,
    private readonly files: ResumeFiles,
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
  @ApiConsumes('application/pdf', DOCX, 'text/plain', 'application/octet-stream')
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

  @Get('file')
  @For('candidate')
  @ApiProduces('application/pdf', DOCX, 'text/plain')
  @ApiResponse({ status: 200, description: 'The file as it was sent.' })
  async getResumeFile(@Me() actor: Actor): Promise<StreamableFile> {
    return this.files.open(this.db.alone, await this.resumes.findMine(this.db.alone, actor.id));
  }

  @Delete('file')
  @For('candidate')
  @HttpCode(204)
  async deleteResumeFile(@Me() actor: Actor): Promise<void> {
    await this.intake.forgetFile(actor.id);
  }
}
