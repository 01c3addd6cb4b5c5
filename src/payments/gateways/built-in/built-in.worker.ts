import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '../../../platform/jobs/index.js';
import { GatewayAway } from '../gateway.js';
import { type BuiltInEvent } from './built-in-event.js';
import { sendBuiltInWebhook, tendBuiltIn } from './built-in.jobs.js';
import { BuiltInPlace } from './built-in-place.js';
import { BuiltInTurns } from './built-in-turns.js';

@Injectable()
export class BuiltInWorker {
  constructor(
    private readonly turns: BuiltInTurns,
    private readonly place: BuiltInPlace,
  ) {}

  @OnJob(tendBuiltIn)
  async tend(): Promise<void> {
    await this.turns.forget();
    if (!this.place.isOn) return;
    await this.turns.arrive();
    await this.turns.renew();
  }

  /** Over HTTP, so that what comes from here goes the way that everything of a gateway goes. Anything but a 2xx is tried again. */
  @OnJob(sendBuiltInWebhook)
  async send(event: BuiltInEvent, { signal }: JobContext): Promise<void> {
    const body = JSON.stringify(event);
    const headers = { 'content-type': 'application/json', ...(await this.place.signatureOf(body)) };
    const { ok, status } = await fetch(this.place.webhooks, { method: 'POST', body, headers, signal });
    if (!ok) throw new GatewayAway('built_in', `the webhook got ${status}`);
  }
}
