import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { AskedDeletion } from './asked-deletion.js';
import { DataRequests } from './data-requests.js';
import { answerBody, type AnswerBody, asRequest, deletionBody, extensionBody, intakeBody, type IntakeBody, messageBody, type MessageBody, operatorRequestsView, type OperatorRequestsView, operatorRequestView, type OperatorRequestView, requestsQuery, type RequestsQuery, toldView, type ToldView } from './data-requests.dto.js';
import { RequestIntake } from './request-intake.js';
import { RequestTalk } from './request-talk.js';

/** What people ask about their data, for whoever answers. */
@Controller('api/operations/requests')
export class OperatorRequestsController {
  constructor(
    private readonly requests: DataRequests,
    private readonly intake: RequestIntake,
    private readonly deletion: AskedDeletion,
    private readonly talk: RequestTalk,
  ) {}

  @Get()
  @For('operator')
  @View(operatorRequestsView)
  async operatorRequests(@Me() actor: Actor, @Query({ schema: requestsQuery }) { state, after }: RequestsQuery): Promise<OperatorRequestsView> {
    const { requests, next } = await this.requests.list(actor.id, state, after ?? null);
    const messages = await this.talk.messagesOf(requests);
    return { requests: requests.map((request) => asRequest(request, messages.get(request.id))), next };
  }

  /** Writes down what came by letter or mail. */
  @Post()
  @For('operator')
  @HttpCode(201)
  @View(operatorRequestView, 201)
  async recordRequest(@Me() actor: Actor, @Body({ schema: intakeBody }) letter: IntakeBody): Promise<OperatorRequestView> {
    const { request, told } = await this.intake.record(actor.id, letter);
    return { ...asRequest(request), told };
  }

  @Post(':id/answer')
  @For('operator')
  @HttpCode(200)
  @View(operatorRequestView)
  async answerRequest(@Me() actor: Actor, @Id() id: string, @Body({ schema: answerBody }) body: AnswerBody): Promise<OperatorRequestView> {
    const { request, told } = await this.requests.answer(actor.id, id, body);
    return { ...asRequest(request), told };
  }

  /** Deletes the account as a letter asks; the reason is the answer. */
  @Post(':id/deletion')
  @For('operator')
  @HttpCode(200)
  @View(operatorRequestView)
  async carryOutDeletion(@Me() actor: Actor, @Id() id: string, @Body({ schema: deletionBody }) { reason }: { reason: string }): Promise<OperatorRequestView> {
    const { request, told } = await this.deletion.carryOut(actor.id, id, reason);
    return { ...asRequest(request), told };
  }

  @Post(':id/messages')
  @For('operator')
  @HttpCode(200)
  @View(toldView)
  async writeAboutRequest(@Me() actor: Actor, @Id() id: string, @Body({ schema: messageBody }) { body }: MessageBody): Promise<ToldView> {
    return { told: await this.talk.writeAsOperator(actor.id, id, body) };
  }

  /** Puts the answer off, where the law of the request lets it. */
  @Post(':id/extension')
  @For('operator')
  @HttpCode(200)
  @View(toldView)
  async extendRequest(@Me() actor: Actor, @Id() id: string, @Body({ schema: extensionBody }) { because }: { because: string }): Promise<ToldView> {
    return { told: await this.talk.extend(actor.id, id, because) };
  }
}
