import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, For, Id, Me, View } from '../platform/http/index.js';
import { interviewView, type InterviewView, listView, type ListView, startBody, type StartBody } from './interviews.dto.js';
import { InterviewShelf } from './interview-shelf.js';
import { InterviewStart } from './interview-start.js';

/** The interviews a candidate has taken, as wholes. */
@Controller('api/interviews')
export class InterviewsController {
  constructor(
    private readonly shelf: InterviewShelf,
    private readonly starts: InterviewStart,
  ) {}

  @Post()
  @For('candidate')
  @View(interviewView, 201)
  startInterview(@Me() actor: Actor, @Body({ schema: startBody }) { jobDescription = '', goals = '', roleTitle = '', competencyId, ...wish }: StartBody): Promise<InterviewView> {
    return this.starts.start(actor.id, { ...wish, jobDescription, goals, roleTitle, competencyId: competencyId ?? null });
  }

  @Get()
  @For('candidate')
  @View(listView)
  myInterviews(@Me() actor: Actor, @Query({ schema: z.object({ after: z.string().max(200).optional() }) }) { after }: { after?: string }): Promise<ListView> {
    return this.shelf.list(actor.id, after);
  }

  @Get(':id')
  @For('candidate')
  @View(interviewView)
  interview(@Me() actor: Actor, @Id() id: string): Promise<InterviewView> {
    return this.shelf.read(actor.id, id);
  }

  @Delete(':id')
  @For('candidate')
  @HttpCode(204)
  deleteInterview(@Me() actor: Actor, @Id() id: string): Promise<void> {
    return this.shelf.delete(actor.id, id);
  }
}
