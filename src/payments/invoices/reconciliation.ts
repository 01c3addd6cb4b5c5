import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { GatewayAway, type PaymentGateway, type SeenPayment } from '../gateways/gateway.js';
import { Gateways } from '../gateways/gateways.js';
import { LookRepository } from '../settlement/look.repository.js';
import { Looks, seenAt } from '../settlement/looks.js';
import { differencesOf, keptMinor } from './compared.js';
import { type Book, ReconciliationRepository, type Touched } from './reconciliation.repository.js';

/** After so many questions in a row without an answer, a gateway is not asked any more for this time. */
const MOST_SILENCES = 3;

/** Holds what we wrote down against what each gateway says. What differs is written down, and looked at anew. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly repository: ReconciliationRepository,
    private readonly gateways: Gateways,
    private readonly looks: Looks,
    private readonly policy: Policy,
    private readonly questions: LookRepository,
    private readonly db: Database,
  ) {}

  async checkWhatIsDue(signal: AbortSignal): Promise<void> {
    for (const day of await this.repository.days(this.db.alone)) await this.check(day, signal);
  }

  /** A day of UTC. */
  async check(day: string, signal: AbortSignal): Promise<void> {
    const books = new Map<string, Book>();
    const differing: Touched[] = [];
    const silences = new Map<string, number>();
    for (const touched of await this.repository.touched(this.db.alone, day)) {
      signal.throwIfAborted();
      const { gateway, currency } = touched;
      const silent = silences.get(gateway) ?? 0;
      const seen = silent < MOST_SILENCES ? await this.ask(touched) : null;
      silences.set(gateway, seen ? 0 : silent + 1);
      if (!seen) bookFor(books, gateway, currency).unanswered += 1;
      else if (await this.enter(books, touched, seen)) differing.push(touched);
    }
    await this.db.transaction(async (tx) => {
      await this.repository.save(tx, day, [...books.values()], this.policy.endOf('paymentRecords', new Date(`${day}T00:00:00Z`)));
      for (const { purchaseId, reference } of differing) await this.looks.soon(tx, purchaseId, reference ?? undefined);
      for (const quarantineId of await this.repository.setApart(tx, day)) await this.looks.soonSetApart(tx, quarantineId);
    });
  }

  /** Null when nobody answered. */
  private async ask({ gateway, purchaseId, reference }: Touched): Promise<readonly SeenPayment[] | null> {
    const one: PaymentGateway | null = this.gateways.find(gateway);
    const question = await this.questions.find(this.db.alone, purchaseId);
    if (!one || !question) return null;
    try {
      return (await seenAt(one, { ...question.refs, ...(reference === null ? {} : { payment: reference }) })).payments;
    } catch (error) {
      if (error instanceof GatewayAway) return null;
      throw error;
    }
  }

  /** Ours are read after theirs, so that what came in between is no difference. True when there is one. */
  private async enter(books: Map<string, Book>, { gateway, currency, reference }: Touched, seen: readonly SeenPayment[]): Promise<boolean> {
    const references = reference === null ? seen.map((payment) => payment.reference) : [reference];
    const ours = await this.repository.ours(this.db.alone, gateway, references);
    let differs = false;
    for (const each of references) {
      const [mine, theirs] = [ours.get(each) ?? null, seen.find((payment) => payment.reference === each) ?? null];
      const book = bookFor(books, gateway, currency);
      const differences = differencesOf(each, mine, theirs);
      book.compared += 1;
      book.oursMinor += keptMinor(mine);
      book.theirsMinor += theirs?.currency === currency ? keptMinor(theirs) : 0n;
      book.differences.push(...differences);
      differs ||= differences.length > 0;
    }
    return differs;
  }
}

function bookFor(books: Map<string, Book>, gateway: string, currency: string): Book {
  const key = `${gateway} ${currency}`;
  const book = books.get(key) ?? { gateway, currency, compared: 0, oursMinor: 0n, theirsMinor: 0n, unanswered: 0, differences: [] };
  books.set(key, book);
  return book;
}
