import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '../../platform/jobs/index.js';
import { GatewayAway } from '../gateways/gateway.js';
import { GatewayWatch } from './watch/gateway-watch.js';
import { Looks } from './looks.js';
import { applyEvent, endPaymentRecords, lookAtPending, lookAtPurchase, lookAtSetApart, watchGateways } from './settlement.jobs.js';
import { SettlementSweep } from './settlement-sweep.js';
import { EventWork } from './webhooks/event-work.js';

@Injectable()
export class SettlementWorker {
  constructor(
    private readonly events: EventWork,
    private readonly looks: Looks,
    private readonly sweep: SettlementSweep,
    private readonly watch: GatewayWatch,
  ) {}

  @OnJob(applyEvent)
  apply({ eventId }: { eventId: string }): Promise<void> {
    return this.events.apply(eventId);
  }

  @OnJob(lookAtPurchase)
  async look({ purchaseId, payment }: { purchaseId: string; payment?: string | undefined }, { attempt }: JobContext): Promise<void> {
    await untilGivenUp(() => this.looks.look(purchaseId, payment), attempt >= lookAtPurchase.attempts);
  }

  @OnJob(lookAtSetApart)
  async lookAtSetApart({ quarantineId }: { quarantineId: string }, { attempt }: JobContext): Promise<void> {
    await untilGivenUp(() => this.looks.lookAtSetApart(quarantineId), attempt >= lookAtSetApart.attempts);
  }

  @OnJob(lookAtPending)
  lookAtPending(): Promise<void> {
    return this.sweep.look();
  }

  @OnJob(watchGateways)
  watchGateways(): Promise<void> {
    return this.watch.tell();
  }

  @OnJob(endPaymentRecords)
  end(): Promise<void> {
    return this.sweep.end();
  }
}

/** What is not decided is asked about again, in minutes or hours: nobody need look at work that was given up. */
async function untilGivenUp(look: () => Promise<void>, isLast: boolean): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!(error instanceof GatewayAway) || !isLast) throw error;
  }
}
