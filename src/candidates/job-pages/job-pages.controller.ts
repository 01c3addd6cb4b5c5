import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { jobPageBody, type JobPageBody, jobPageView, type JobPageView } from './job-pages.dto.js';
import { JobPages } from './job-pages.js';

/** Advertisements out there, read for whoever names their address. */
@Controller('api/job-pages')
export class JobPagesController {
  constructor(private readonly pages: JobPages) {}

  @Post()
  @For('candidate')
  @HttpCode(200)
  @View(jobPageView)
  readJobPage(@Me() actor: Actor, @Body({ schema: jobPageBody }) { address }: JobPageBody): Promise<JobPageView> {
    return this.pages.read(actor.id, address);
  }
}
