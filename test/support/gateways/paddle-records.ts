export interface PaddleTransaction {
  readonly id: string; status: string; readonly origin: string; readonly price: number; total: number; isTaxFree: boolean; readonly currency: string; readonly custom: unknown; readonly name: string; readonly cycle: PaddleCycle | null;
  readonly made: Date; attempt: string | null; subscription: string | null; period: { starts_at: string; ends_at: string } | null;
}
export interface PaddleCycle { readonly interval: 'month' | 'year'; readonly frequency: number }
export interface PaddleSubscription { readonly id: string; status: string; readonly first: PaddleTransaction; period: { starts_at: string; ends_at: string }; endsAtPeriodEnd: boolean; canceledAt: string | null }
export interface PaddleAdjustment { readonly id: string; readonly transaction: PaddleTransaction; readonly action: string; readonly full: boolean; readonly amount: number; readonly reason: string; readonly ofTax: boolean; status: string; readonly made: Date }

/** Whoever buys from Paddle tells it this, and it tells it to whoever asks. */
export const paddlePerson = {
  name: 'Marguerite Delacroix-Weiß', email: 'marguerite@buyers.example', street: '17 Rue des Tanneurs', city: 'Strasbourg', postcode: '67000', card: '4242', holder: 'M DELACROIX WEISS', taxNumber: 'FR40303265045',
};
export const PADDLE_CUSTOMER = 'ctm_01h8441jn5pcwrfhwh78jqt8hk';

const address = (made: string) => ({
  id: 'add_01h848pep46enq8y372x7maj0p', customer_id: PADDLE_CUSTOMER, description: 'Home', first_line: paddlePerson.street, second_line: null, city: paddlePerson.city, postal_code: paddlePerson.postcode, region: null,
  country_code: 'FR', custom_data: null, status: 'active', created_at: made, updated_at: made,
});
const customer = (made: string) => ({ id: PADDLE_CUSTOMER, name: paddlePerson.name, email: paddlePerson.email, marketing_consent: false, status: 'active', custom_data: null, locale: 'fr', created_at: made, updated_at: made });
const business = (made: string) => ({ id: 'biz_01h84a7hr4pzhsajkm8tev89ev', customer_id: PADDLE_CUSTOMER, name: paddlePerson.name, company_number: null, tax_identifier: paddlePerson.taxNumber, status: 'active', contacts: [{ name: paddlePerson.name, email: paddlePerson.email }], custom_data: null, created_at: made, updated_at: made });

/** A price holds its tax: a fifth on top of what is left. */
export const taxIn = (total: number): number => Math.round(total / 6);

const totalsOf = ({ total, currency, isTaxFree }: PaddleTransaction, isPaid: boolean) => {
  const tax = isTaxFree ? 0 : taxIn(total);
  const amounts = { subtotal: String(total - tax), discount: '0', tax: String(tax), total: String(total), credit: '0', credit_to_balance: '0', balance: isPaid ? '0' : String(total), grand_total: String(total), grand_total_tax: String(tax) };
  return { ...amounts, fee: null, earnings: null, currency_code: currency };
};

const kindOf = ({ full }: PaddleAdjustment): string => (full ? 'full' : 'partial');

/** As Paddle answers and as it sends, with all it knows of the buyer. */
export function transactionView(one: PaddleTransaction): object {
  const made = one.made.toISOString();
  const isPaid = one.status === 'paid' || one.status === 'completed';
  const totals = totalsOf(one, isPaid);
  const product = { id: `pro_${one.id.slice(4)}`, name: one.name, description: null, type: 'custom', tax_category: 'standard', image_url: null, custom_data: null, status: 'active', created_at: made, updated_at: made };
  const price = {
    id: `pri_${one.id.slice(4)}`, product_id: product.id, name: one.name, description: one.name, type: 'custom', billing_cycle: one.cycle, trial_period: null, tax_mode: 'internal',
    unit_price: { amount: String(one.price), currency_code: one.currency }, unit_price_overrides: [], quantity: { minimum: 1, maximum: 1 }, status: 'active', custom_data: null, created_at: made, updated_at: made,
  };
  const line = { id: `txnitm_${one.id.slice(4)}`, price_id: price.id, quantity: 1, proration: null, tax_rate: '0.2', unit_totals: totals, totals, product };
  const known = one.attempt === null ? {} : { customer: customer(made), address: address(made), business: business(made) };
  return {
    id: one.id, status: one.status, customer_id: one.attempt === null ? null : PADDLE_CUSTOMER, address_id: null, business_id: null, custom_data: one.custom, currency_code: one.currency, origin: one.origin,
    subscription_id: one.subscription, invoice_id: null, invoice_number: isPaid ? '325-10566' : null, collection_mode: 'automatic', discount_id: null, billing_details: null, billing_period: one.period,
    items: [{ price, quantity: 1, proration: null }], details: { tax_rates_used: [{ tax_rate: '0.2', totals }], totals, adjusted_totals: null, payout_totals: null, adjusted_payout_totals: null, line_items: [line] },
    payments: one.attempt === null ? [] : [attempt(one, made)], checkout: { url: `https://pay.example/?_ptxn=${one.id}` }, created_at: made, updated_at: made, billed_at: isPaid ? made : null, revised_at: null, ...known,
  };
}

function attempt(one: PaddleTransaction, made: string): object {
  const card = { type: 'visa', last4: paddlePerson.card, expiry_month: 8, expiry_year: 2030, cardholder_name: paddlePerson.holder };
  return {
    payment_attempt_id: `pa_${one.id}`, payment_method_id: 'paymtd_1', stored_payment_method_id: 'sm_1', amount: String(one.total), status: one.attempt, error_code: one.attempt === 'error' ? 'declined' : null,
    method_details: { type: 'card', card }, created_at: made, captured_at: one.attempt === 'captured' ? made : null,
  };
}

export function subscriptionView(one: PaddleSubscription): object {
  const made = one.first.made.toISOString();
  const isOver = one.status === 'canceled';
  return {
    id: one.id, status: one.status, customer_id: PADDLE_CUSTOMER, address_id: 'add_01h848pep46enq8y372x7maj0p', business_id: null, currency_code: one.first.currency, created_at: made, updated_at: made, started_at: made,
    first_billed_at: made, next_billed_at: isOver ? null : one.period.ends_at, paused_at: null, canceled_at: one.canceledAt, discount: null, collection_mode: 'automatic', billing_details: null,
    current_billing_period: isOver ? null : one.period, billing_cycle: one.first.cycle, scheduled_change: one.endsAtPeriodEnd ? { action: 'cancel', effective_at: one.period.ends_at, resume_at: null } : null,
    management_urls: { update_payment_method: 'https://buyer-portal.paddle.com/update', cancel: 'https://buyer-portal.paddle.com/cancel' }, items: [], custom_data: one.first.custom, import_meta: null,
    customer: customer(made), address: address(made),
  };
}

export function adjustmentView(one: PaddleAdjustment): object {
  const made = one.made.toISOString();
  const tax = one.ofTax ? one.amount : taxIn(one.amount);
  const item = { id: `adjitm_${one.id.slice(4)}`, item_id: `txnitm_${one.transaction.id.slice(4)}`, type: one.ofTax ? 'tax' : kindOf(one), amount: String(one.amount), proration: null, totals: { subtotal: String(one.amount - tax), tax: String(tax), total: String(one.amount) } };
  const totals = { subtotal: String(one.amount - tax), tax: String(tax), total: String(one.amount), fee: '0', retained_fee: '0', earnings: '0', currency_code: one.transaction.currency };
  return {
    id: one.id, action: one.action, type: one.full ? 'full' : 'partial', transaction_id: one.transaction.id, subscription_id: one.transaction.subscription, customer_id: PADDLE_CUSTOMER, reason: one.reason,
    credit_applied_to_balance: null, currency_code: one.transaction.currency, status: one.status, items: [item], totals, payout_totals: null, created_at: made, updated_at: made,
  };
}
