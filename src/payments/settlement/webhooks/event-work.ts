import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { GatewayAway, type GatewayId } from '../../gateways/gateway.js';
import { Gateways } from '../../gateways/gateways.js';
import { seenAt } from '../looks.js';
import { Settlement } from '../settlement.js';
import { GatewayEventRepository } from './gateway-event.repository.js';

/** What a stored event leads to: the gateway is asked, and what it says now is what counts. */
@Injectable()
export class EventWork {
  constructor(
    private readonly events: GatewayEventRepository,
    private readonly gateways: Gateways,
    private readonly settlement: Settlement,
    private readonly db: Database,
  ) {}

  /** Once, however often it is asked for. Throws `GatewayAway`; the event waits. */
  async apply(id: string): Promise<void> {
    const event = await this.events.waiting(this.db.alone, id);
    if (!event) return;
    const gateway = this.gateways.find(event.gateway);
    if (!gateway) throw new GatewayAway(event.gateway as GatewayId, 'not_set_up');
    const seen = Object.keys(event.refs).length > 0 ? await seenAt(gateway, event.refs) : null;
    await this.db.transaction(async (tx) => {
      if (!(await this.events.hold(tx, id))) return;
      const isOurs = seen !== null && (await this.settlement.observe(tx, gateway.id, seen, event));
      await this.events.done(tx, id, isOurs ? 'applied' : 'idle');
    });
  }
}
