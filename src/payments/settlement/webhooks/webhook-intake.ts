import { Injectable } from '@nestjs/common';
import { notFound } from '../../../kernel/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/db/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { type GatewayEvent, type PaymentGateway, WebhookRefused } from '../../gateways/gateway.js';
import { Gateways } from '../../gateways/gateways.js';
import { applyEvent } from '../settlement.jobs.js';
import { webhookRefused } from '../settlement.errors.js';
import { GatewayEventRepository } from './gateway-event.repository.js';
import { told } from './told.js';

type Headers = Parameters<PaymentGateway['parseWebhook']>[1];

/** Takes in what gateways send: stored and asked to be worked on in one transaction, so that the answer never waits for the work. */
@Injectable()
export class WebhookIntake {
  constructor(
    private readonly gateways: Gateways,
    private readonly events: GatewayEventRepository,
    private readonly outbox: Outbox,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** The same event twice is taken once. AppErrors `not_found`, `payments.webhook_refused`. */
  async take(gatewayId: string, raw: Buffer, headers: Headers): Promise<void> {
    const gateway = this.gateways.find(gatewayId);
    if (!gateway) throw notFound();
    // What is forged costs no transaction.
    const event = told(signed(gateway, raw, headers, await this.clock.now(this.db.alone)));
    await this.db.transaction(async (tx) => {
      const eventId = await this.events.add(tx, gateway.id, event, this.policy.periodOf('paymentRecords').iso);
      if (eventId !== null) await this.outbox.enqueue(tx, applyEvent, { eventId });
    });
  }
}

function signed(gateway: PaymentGateway, raw: Buffer, headers: Headers, now: Date): GatewayEvent {
  try {
    return gateway.parseWebhook(raw, headers, now);
  } catch (error) {
    if (error instanceof WebhookRefused) throw webhookRefused();
    throw error;
  }
}
