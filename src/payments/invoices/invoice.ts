import { Money } from '../../kernel/index.js';
import { type TaxLine } from './taxes.js';

/** Who sold, as the policy said it at that moment. */
export interface Seller {
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly region: string | null;
  readonly taxId: string | null;
}

/** Whom it was written for; deleted when they ask. */
export interface Recipient {
  readonly name: string;
  readonly address: string;
  readonly taxId: string;
}

/** Of a credit note: the invoice it takes back from. */
export interface Corrected {
  readonly id: string | null;
  readonly reference: string;
  readonly day: string;
}

/** An invoice or a credit note, as it was written once and for all. Amounts are positive in both. */
export interface Invoice {
  readonly id: string;
  /** `VV-2026-00001` */
  readonly reference: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly corrects: Corrected | null;
  readonly paymentId: string | null;
  readonly customerId: string;
  readonly title: string;
  readonly quantity: number;
  readonly period: { readonly start: Date; readonly end: Date } | null;
  readonly currency: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  readonly lines: readonly TaxLine[];
  readonly taxCode: string | null;
  readonly placeOfSupply: string | null;
  readonly note: 'reverse_charge' | null;
  readonly seller: Seller;
  readonly country: string | null;
  readonly hasTaxId: boolean;
  readonly hasRecipient: boolean;
  readonly gateway: string;
  readonly paymentReference: string;
  readonly isTest: boolean;
  readonly issuedAt: Date;
}

/** One that is written now: number, moment and end are given by the database and the policy. */
export type NewInvoice = Omit<Invoice, 'id' | 'reference' | 'issuedAt'> & { readonly recipient: Recipient | null };

export const amountOf = (minor: bigint | string, currency: string): string => Money.of(BigInt(minor), currency).amount;
