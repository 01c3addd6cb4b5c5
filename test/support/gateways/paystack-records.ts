export interface PaystackPlan { readonly id: number; readonly code: string; readonly name: string; readonly description: string; readonly amount: number; readonly interval: string; readonly currency: string }
export interface PaystackTransaction {
  readonly id: number; readonly reference: string; status: string; amount: number; readonly currency: string; readonly metadata: string; readonly plan: PaystackPlan | null;
  readonly email: string; readonly created: Date; paid: Date | null;
}
export interface PaystackSubscription { readonly id: number; readonly code: string; readonly token: string; status: string; readonly plan: PaystackPlan; readonly email: string; readonly made: Date; next: Date }
export interface PaystackRefund { readonly id: number; readonly transaction: PaystackTransaction; readonly amount: number; readonly note: string; status: string }
export interface PaystackDispute { readonly id: number; readonly transaction: PaystackTransaction; status: string; resolution: string | null }

/** Whoever pays at Paystack's page tells it this, and it tells all of it to everybody who asks. */
export const paystackPerson = { first: 'Adaeze', last: 'Okonkwo-Bello', phone: '+2348031234567', card: '4081', bin: '408408', account: 'ADAEZE O BELLO', address: '102.89.33.7' };

/** What Paystack shows of its records, as its reference has it: with everything it knows of the person. */
export function paystackViews(domain: 'test' | 'live') {
  const customer = (email: string) => ({
    id: numberOf(email), first_name: paystackPerson.first, last_name: paystackPerson.last, email, customer_code: `CUS_${numberOf(email)}`, phone: paystackPerson.phone, metadata: null, risk_action: 'default',
  });
  const authorization = {
    authorization_code: 'AUTH_8dfhjjdt', bin: paystackPerson.bin, last4: paystackPerson.card, exp_month: '08', exp_year: '2030', channel: 'card', card_type: 'visa DEBIT', bank: 'Test Bank', country_code: 'NG',
    brand: 'visa', reusable: true, signature: 'SIG_idyuhgd87dUYSHO92D', account_name: paystackPerson.account,
  };
  const plan = ({ id, code, ...rest }: PaystackPlan) => ({ ...rest, domain, plan_code: code, id, integration: 100_032, send_invoices: false, send_sms: false, hosted_page: false });
  /** Its plan is a code where one is asked for, and the whole plan where it is listed or sent. */
  const transaction = (one: PaystackTransaction, where: 'verified' | 'listed' | 'event') => ({
    id: one.id, domain, status: one.status, reference: one.reference, amount: one.amount, message: null, gateway_response: 'Successful', paid_at: one.paid?.toISOString() ?? null,
    created_at: one.created.toISOString(), channel: 'card', currency: one.currency, ip_address: paystackPerson.address, metadata: where === 'verified' || one.metadata === '' ? one.metadata : (JSON.parse(one.metadata) as unknown),
    log: null, fees: 1500, authorization, customer: customer(one.email), requested_amount: one.amount,
    ...planOf(one, where),
  });
  const planOf = ({ plan: of }: PaystackTransaction, where: 'verified' | 'listed' | 'event') => {
    if (where === 'verified') return { plan: of?.code ?? null, plan_object: of ? plan(of) : {} };
    return { plan: of ? plan(of) : {} };
  };
  const subscription = (one: PaystackSubscription) => ({
    id: one.id, domain, status: one.status, subscription_code: one.code, email_token: one.token, amount: one.plan.amount, cron_expression: '0 0 28 * *', next_payment_date: one.next.toISOString(), open_invoice: null,
    createdAt: one.made.toISOString(), plan: plan(one.plan), authorization, customer: customer(one.email), invoices: [],
  });
  const refund = (one: PaystackRefund) => ({
    id: one.id, integration: 100_032, transaction: one.transaction.id, dispute: null, settlement: null, domain, currency: one.transaction.currency, amount: one.amount, status: one.status, refunded_at: null,
    refunded_by: 'operator@viva-voce.example', customer_note: 'Refund for transaction', merchant_note: one.note, deducted_amount: one.amount, fully_deducted: true,
  });
  const refundEvent = (one: PaystackRefund) => ({
    status: one.status, transaction_reference: one.transaction.reference, refund_reference: one.status === 'processed' ? `RF${one.id}` : null, amount: String(one.amount), currency: one.transaction.currency,
    processor: 'mpgs_zen', customer: customer(one.transaction.email), integration: 100_032, domain,
  });
  const dispute = (one: PaystackDispute) => ({
    id: one.id, refund_amount: one.transaction.amount, currency: one.transaction.currency, status: one.status, resolution: one.resolution, domain, transaction: transaction(one.transaction, 'event'),
    transaction_reference: null, category: 'chargeback', customer: customer(one.transaction.email), bin: paystackPerson.bin, last4: paystackPerson.card, created_at: one.transaction.created.toISOString(),
    updated_at: new Date().toISOString(),
  });
  const invoice = (one: PaystackSubscription, paid: PaystackTransaction) => ({
    domain, invoice_code: `INV_${paid.reference}`, amount: paid.amount, period_start: paid.created.toISOString(), period_end: one.next.toISOString(), status: paid.paid ? 'success' : 'pending', paid: paid.paid !== null,
    paid_at: paid.paid?.toISOString() ?? null, description: null, authorization,
    subscription: { status: one.status, subscription_code: one.code, email_token: one.token, amount: one.plan.amount, cron_expression: '0 0 28 * *', next_payment_date: one.next.toISOString(), open_invoice: null },
    customer: customer(one.email), transaction: paid.paid ? { reference: paid.reference, status: paid.status, amount: paid.amount, currency: paid.currency } : {}, created_at: paid.created.toISOString(),
  });
  return { customer, plan, transaction, subscription, refund, refundEvent, dispute, invoice };
}

/** The same number for the same address. */
function numberOf(email: string): number {
  return [...email].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_000_019, 7);
}
