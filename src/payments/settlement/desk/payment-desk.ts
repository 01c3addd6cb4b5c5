import { Injectable } from '@nestjs/common';
import { Money } from '../../../kernel/index.js';
import { AuditLog } from '../../../platform/audit/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Gateways } from '../../gateways/gateways.js';
import { gatewayName } from '../../purchases/gateway-names.js';
import { leftOf } from '../../refunds/refund.js';
import { RefundRepository } from '../../refunds/refund.repository.js';
import { asRefund } from '../../refunds/refunds.dto.js';
import { resolvedAlready } from '../settlement.errors.js';
import { GatewayWatch } from '../watch/gateway-watch.js';
import { QuarantineRepository, type SetApart } from '../quarantine/quarantine.repository.js';
import { WatchRepository } from '../watch/watch.repository.js';
import { type PaymentsOverviewView, type QuarantineQuery, type QuarantineView, type SetApartView } from './payment-desk.dto.js';

const PAGE = 50;

/** What operators see of payments, and what they do about those that were set apart. */
@Injectable()
export class PaymentDesk {
  constructor(
    private readonly gateways: Gateways,
    private readonly watch: GatewayWatch,
    private readonly counts: WatchRepository,
    private readonly findings: QuarantineRepository,
    private readonly refunds: RefundRepository,
    private readonly audit: AuditLog,
  ) {}

  async overview(tx: Tx, operatorId: string): Promise<PaymentsOverviewView> {
    const words = await this.watch.standing(tx);
    const gateways = this.gateways.all.flatMap(({ id, mode }) => words.filter(({ gateway }) => gateway === id).map(({ lastWordAt, isSilent, waiting }) => (
      { id, name: gatewayName(id), mode, lastWordAt: lastWordAt?.toISOString() ?? null, isSilent, waiting })));
    const overview = { gateways, ...(await this.counts.forPeople(tx)) };
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'payments.overview_read', subject: null });
    return overview;
  }

  async quarantine(tx: Tx, operatorId: string, { state, after }: QuarantineQuery): Promise<QuarantineView> {
    const found = await this.findings.page(tx, { resolved: state === 'resolved', after, limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'payments.quarantine_read', subject: null, detail: { state, count: page.length } });
    const refunds = await this.refunds.ofSetApart(tx, page.map(({ id }) => id));
    const items: SetApartView[] = [];
    for (const one of page) items.push({ ...shown(one), refunds: refunds.filter(({ quarantineId }) => quarantineId === one.id).map((refund) => asRefund(refund, operatorId)), refundable: await this.refundable(tx, one) });
    return { items, next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null };
  }

  /** Somebody has looked. Nothing is given by it: that is done by a gift, or the money goes back. AppErrors `not_found`, `payments.resolved_already`. */
  async resolve(tx: Tx, operatorId: string, id: string, note: string): Promise<void> {
    if (!(await this.findings.resolve(tx, id, operatorId, note))) throw resolvedAlready();
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'payments.quarantine_resolved', subject: { kind: 'quarantined_payment', id } });
  }

  private async refundable(tx: Tx, { gateway, reference, saidMinor, saidCurrency }: SetApart): Promise<SetApartView['refundable']> {
    if (saidMinor === null || saidCurrency === null) return null;
    const left = leftOf({ paid: { minor: BigInt(saidMinor) }, refundedMinor: 0n }, await this.refunds.sums(tx, { gateway, reference }));
    return amountOf(left.toString(), saidCurrency);
  }
}

function shown({ orderedMinor, orderedCurrency, saidMinor, saidCurrency, foundAt, resolvedAt, ...found }: SetApart): Omit<SetApartView, 'refunds' | 'refundable'> {
  return {
    ...found, gatewayName: gatewayName(found.gateway), ordered: amountOf(orderedMinor, orderedCurrency), said: amountOf(saidMinor, saidCurrency),
    foundAt: foundAt.toISOString(), resolvedAt: resolvedAt?.toISOString() ?? null,
  };
}

/** A currency that is not known here is shown in the units it came in. */
function amountOf(minor: string | null, currency: string | null): { amount: string; currency: string } | null {
  if (minor === null) return null;
  try {
    return { amount: Money.of(BigInt(minor), currency ?? '').amount, currency: currency ?? '' };
  } catch {
    return { amount: minor, currency: currency ?? '' };
  }
}
