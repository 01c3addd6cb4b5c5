import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { projectRoot } from '../../../src/platform/config/index.js';
import { Clock } from '../../../src/platform/clock/index.js';
import { Database, type Tx } from '../../../src/platform/db/index.js';
import { invariants as allInvariants } from '../../../src/platform/invariants/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { Customers } from '../../../src/payments/entitlements/customers.js';
import { Gateways } from '../../../src/payments/gateways/gateways.js';
import { AccountingExport } from '../../../src/payments/invoices/accounting-export.js';
import { BillingDetails } from '../../../src/payments/invoices/billing-details.js';
import { detailsBody, type DetailsBody } from '../../../src/payments/invoices/billing-details.dto.js';
import { DayReport } from '../../../src/payments/invoices/day-report.js';
import { type Invoice } from '../../../src/payments/invoices/invoice.js';
import { InvoiceRepository } from '../../../src/payments/invoices/invoice.repository.js';
import { Invoices } from '../../../src/payments/invoices/invoices.js';
import { NumberSeries } from '../../../src/payments/invoices/number-series.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { paidPurchase } from '../../support/payments.js';
import { askPoppler, withPoppler } from '../../support/poppler.js';

const GST = { country: 'IN', name: 'IGST', percent: '18', code: '998439', halves: ['CGST', 'SGST'] as [string, string], reverseCharge: false };
const VAT = { country: 'DE', name: '=VAT', percent: '19', reverseCharge: true };
const NOBODY: DetailsBody = { name: '', address: '', country: null, region: '', taxId: '' };
const KARNATAKA: DetailsBody = { name: 'Asha Rao', address: '1 MG Road\nBengaluru 560001', country: 'IN', region: 'karnataka', taxId: '' };

let database: TestDatabase;
let source: DataSource;
let db: Database;
let invoices: Invoices;
let today: string;
const repository = new InvoiceRepository();
const details = new BillingDetails();

beforeAll(async () => {
  database = await freshDatabase();
  source = await new DataSource({ type: 'postgres', url: database.applicationUrl, extra: { max: 10 } }).initialize();
  db = new Database(source);
  const { values } = Policy.load('viva-voce', join(projectRoot, 'policies'));
  const seller = { country: 'IN', region: 'Karnataka', taxId: '29AAGCB7383J1Z4' };
  const policy = new Policy({ ...values, sold: { ...values.sold, invoices: { series: 'VV', seller, taxes: [GST, VAT] } } });
  invoices = new Invoices(repository, new NumberSeries(policy), details, new Gateways([], policy), policy, new Clock());
  // Noon, so that no midnight comes between.
  await database.moveClock((await database.query<{ by: string }>(`select (date_trunc('day', now(), 'utc') + interval '12 hours' - now())::text as by`))[0]?.by ?? '');
  today = (await database.query<{ day: string }>(`select (clock.now() at time zone 'utc')::date::text as day`))[0]?.day ?? '';
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction(work);
const customerWith = (body: DetailsBody): Promise<string> => inTx(async (tx) => {
  const customerId = await new Customers().get(tx, { organisationId: randomUUID() });
  await details.put(tx, customerId, detailsBody.parse(body));
  return customerId;
});
const paid = async (customerId: string, amountMinor = 49_905, { gateway = 'razorpay', mode = 'live', currency = 'INR', title = 'Ten interviews' } = {}): Promise<string> => {
  const { paymentId, purchaseId } = await paidPurchase(database, customerId, { amountMinor });
  await database.query('with named as (update payments.purchase set title = $2 where id = $1) update payments.payment set gateway = $4, mode = $5, currency = $6 where id = $3', [purchaseId, title, paymentId, gateway, mode, currency]);
  return paymentId;
};
const read = async (customerId: string, id: string | null): Promise<Invoice> => {
  const found = await repository.findMine(db.alone, customerId, id ?? '');
  if (!found) throw new Error('There is no such invoice');
  return found.invoice;
};
const issued = async (customerId: string, ...payment: [number?, Parameters<typeof paid>[2]?]): Promise<{ paymentId: string; invoice: Invoice }> => {
  const paymentId = await paid(customerId, ...payment);
  return { paymentId, invoice: await read(customerId, await inTx((tx) => invoices.issue(tx, paymentId))) };
};
const numbers = (series: string) => database.query<{ number: number }>('select number from payments.invoice where series = $1 order by number', [series]).then((rows) => rows.map(({ number }) => number));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Where a law of the house does not hold. */
const broken = async (): Promise<string[]> => {
  await import('../../../src/payments/invoices/invoices.invariants.js');
  const ours = allInvariants().filter(({ name }) => name.startsWith('payments.invoice_numbers') || name.startsWith('payments.credit_notes'));
  expect(ours).toHaveLength(2);
  return (await Promise.all(ours.map((law) => law.broken({ tx: db.alone, get: () => { throw new Error('No part is asked for'); } })))).flat();
};

describe('invoices', () => {
  it('have numbers without gap or double, for twenty payments at once of which some are rolled back', async () => {
    const customerId = await customerWith(NOBODY);
    const payments = await Promise.all(Array.from({ length: 28 }, () => paid(customerId)));
    const outcomes = await Promise.allSettled(payments.map((paymentId, index) => inTx(async (tx) => {
      await invoices.issue(tx, paymentId);
      if (index % 7 === 3) throw new Error('It did not come to that');
    })));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect(await numbers('VV')).toEqual(upTo(24));
    const again = await Promise.all(payments.map((paymentId) => inTx((tx) => invoices.issue(tx, paymentId))));
    expect(new Set(again).size).toBe(28);
    expect(await numbers('VV')).toEqual(upTo(28));
    const credited = await Promise.all(payments.slice(0, 20).flatMap((paymentId) => [inTx((tx) => invoices.credit(tx, paymentId, 5n)), inTx((tx) => invoices.credit(tx, paymentId, 7n))]));
    expect(new Set(credited).size).toBe(40);
    expect(await numbers('VVC')).toEqual(upTo(40));
    expect(await broken()).toEqual([]);
    await database.query(`update payments.invoice_series set last = 29 where series = 'VV'`);
    expect(await broken()).toEqual([`VV-${today.slice(0, 4)}`]);
    await database.query(`update payments.invoice_series set last = 28 where series = 'VV'`);
  });

  it('say what of the price is tax: two halves in the seller’s state, one whole elsewhere, none where no rule is, and none abroad for who owes it there', async () => {
    const at = async (body: DetailsBody) => {
      const { invoice: { netMinor, taxMinor, lines, placeOfSupply, note, taxCode } } = await issued(await customerWith(body));
      return { netMinor, taxMinor, lines: lines.map(({ name, minor }) => `${name} ${minor}`), placeOfSupply, note, taxCode };
    };
    expect(await at(KARNATAKA)).toEqual({ netMinor: 42_292n, taxMinor: 7613n, lines: ['CGST 3807', 'SGST 3806'], placeOfSupply: '29-Karnataka, India', note: null, taxCode: '998439' });
    expect(await at({ ...KARNATAKA, region: '', taxId: '27AAPFU0939F1ZV' })).toMatchObject({ lines: ['IGST 7613'], placeOfSupply: '27-Maharashtra, India' });
    expect(await at(NOBODY)).toMatchObject({ lines: ['CGST 3807', 'SGST 3806'], placeOfSupply: '29-Karnataka, India' });
    // A region that is written as one likes is no part of what stays for years.
    expect(await at({ ...NOBODY, name: 'Ada', country: 'BR', region: 'c/o Ada Souza, Rua Augusta 5' })).toEqual({ netMinor: 49_905n, taxMinor: 0n, lines: [], placeOfSupply: 'Brazil', note: null, taxCode: null });
    expect(await at({ ...NOBODY, name: 'GmbH', country: 'DE' })).toMatchObject({ netMinor: 41_937n, lines: ['=VAT 7968'], note: null });
    expect(await at({ ...NOBODY, name: 'GmbH', country: 'DE', taxId: 'DE 123 456 789' })).toMatchObject({ netMinor: 49_905n, taxMinor: 0n, lines: [], note: 'reverse_charge' });
  });

  it('are corrected by credit notes that sum to them exactly once all of it went back', async () => {
    const customerId = await customerWith(KARNATAKA);
    const { paymentId, invoice } = await issued(customerId);
    const notes: Invoice[] = [];
    for (const back of [1n, 16_634n, 33_270n]) notes.push(await read(customerId, await inTx((tx) => invoices.credit(tx, paymentId, back))));
    expect(notes.map(({ kind, totalMinor, corrects, placeOfSupply }) => [kind, totalMinor, corrects?.reference, corrects?.day, placeOfSupply])).toEqual(
      [1n, 16_634n, 33_270n].map((back) => ['credit_note', back, invoice.reference, today, '29-Karnataka, India']));
    const sum = (of: (note: Invoice) => bigint): bigint => notes.reduce((total, note) => total + of(note), 0n);
    expect([sum(({ netMinor }) => netMinor), sum(({ taxMinor }) => taxMinor)]).toEqual([invoice.netMinor, invoice.taxMinor]);
    expect([0, 1].map((line) => sum(({ lines }) => BigInt(lines[line]?.minor ?? 0)).toString())).toEqual(invoice.lines.map(({ minor }) => minor));
    expect((await invoices.ofPayments(db.alone, [paymentId])).map(({ kind }) => kind)).toEqual(['invoice', 'credit_note', 'credit_note', 'credit_note']);
    expect(await invoices.paymentOf(db.alone, invoice.reference)).toBe(paymentId);
  });

  it('are written neither for nothing nor for whom the gateway sells to in its own name, and for play money in a series of its own', async () => {
    const customerId = await customerWith(NOBODY);
    const [free, paddle] = [await paid(customerId, 0), await paid(customerId, 900, { gateway: 'paddle', currency: 'USD' })];
    expect(await inTx(async (tx) => [await invoices.issue(tx, free), await invoices.issue(tx, paddle), await invoices.credit(tx, paddle, 900n), await invoices.issue(tx, randomUUID())])).toEqual([null, null, null, null]);
    const { invoice } = await issued(customerId, 900, { gateway: 'built_in', mode: 'test', currency: 'USD' });
    expect([invoice.reference, invoice.isTest]).toEqual([`TEST-VV-${today.slice(0, 4)}-00001`, true]);
  });

  it('do not change, for nobody, and go when their time is over and not before', async () => {
    const customerId = await customerWith(KARNATAKA);
    const { invoice: { id } } = await issued(customerId);
    const asApplication = (sql: string) => db.alone.query(sql, [id]);
    await expect(asApplication(`update payments.invoice set title = 'Something else' where id = $1`)).rejects.toThrow(/permission denied/);
    await expect(asApplication('update payments.invoice_recipient set name = $$Eve$$ where invoice_id = $1')).rejects.toThrow(/permission denied/);
    await expect(asApplication('delete from payments.invoice where id = $1')).rejects.toThrow('an invoice does not change');
    await expect(asApplication('delete from payments.invoice_series where $1::uuid is not null')).rejects.toThrow(/permission denied/);
    for (const change of [`total_minor = 1, net_minor = 1, tax_minor = 0`, `number = 99`, `customer_id = '${randomUUID()}'`, `payment_id = '${randomUUID()}'`]) {
      await expect(database.query(`update payments.invoice set ${change} where id = $1`, [id])).rejects.toThrow('an invoice does not change');
    }
    await database.query('update payments.invoice set payment_id = null where id = $1', [id]);
    expect((await read(customerId, id)).paymentId).toBeNull();
  });

  it('keep what they say when the details of their buyer change', async () => {
    const customerId = await customerWith(KARNATAKA);
    const { invoice } = await issued(customerId);
    await inTx((tx) => details.put(tx, customerId, { ...KARNATAKA, name: 'Asha Menon', region: 'Kerala' }));
    expect((await repository.findMine(db.alone, customerId, invoice.id))?.recipient).toEqual({ name: 'Asha Rao', address: '1 MG Road\nBengaluru 560001', taxId: '' });
    expect(await read(customerId, invoice.id)).toEqual(invoice);
  });
});

describe('billing details', () => {
  it.each<[string, Partial<DetailsBody>, string]>([
    ['a GSTIN with a mistyped character', { country: 'IN', taxId: '27AAPFU0939F1ZW' }, 'taxId'],
    ['a VAT number of another country', { country: 'FR', taxId: 'DE123456789' }, 'taxId'],
    ['a tax number of nowhere', { taxId: 'DE123456789' }, 'country'],
    ['a country that is none', { country: 'XX' }, 'country'],
    ['a state that India does not have', { country: 'IN', region: 'Bavaria' }, 'region'],
    ['a name that is too long', { name: 'a'.repeat(201) }, 'name'],
    ['an address that is too long', { address: 'a'.repeat(501) }, 'address'],
    ['an address of too many lines', { address: 'a\n'.repeat(12).concat('a') }, 'address'],
  ])('refuse %s, at its field', (_what, wrong, field) => {
    expect(detailsBody.safeParse({ ...NOBODY, ...wrong }).error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });

  it('know the state from the tax number, refuse another, and are deleted when nothing is in them', async () => {
    const customerId = await customerWith({ ...NOBODY, country: 'IN', taxId: '27aapfu0939f1zv' });
    expect(await details.get(db.alone, customerId)).toEqual({ ...NOBODY, country: 'IN', region: 'Maharashtra', taxId: '27AAPFU0939F1ZV' });
    await expect(inTx((tx) => details.put(tx, customerId, { ...NOBODY, country: 'IN', region: 'Kerala', taxId: '27AAPFU0939F1ZV' }))).rejects.toMatchObject({ status: 422, extras: { fields: { region: 'This tax number is of Maharashtra.' } } });
    expect(await inTx((tx) => details.put(tx, customerId, NOBODY))).toEqual(NOBODY);
    expect(await database.query('select from payments.billing_details where customer_id = $1', [customerId])).toHaveLength(0);
  });
});

withPoppler('an invoice on paper', () => {
  const onPaper = async (customerId: string, id: string): Promise<{ pdf: Buffer; words: string }> => {
    const { draw } = await inTx((tx) => invoices.paper(tx, customerId, id));
    const chunks: Buffer[] = [];
    for await (const chunk of await draw()) chunks.push(chunk as Buffer);
    const pdf = Buffer.concat(chunks);
    return { pdf, words: (await askPoppler(pdf, 'pdftotext', ['-layout', 'paper.pdf', '-'])).toString().replaceAll(/[\u202A-\u202E]/g, '') };
  };

  it('bears what tax law asks for, is tagged, and says of play money what it is', async () => {
    const customerId = await customerWith({ ...KARNATAKA, region: '', taxId: '27AAPFU0939F1ZV' });
    const { paymentId, invoice } = await issued(customerId);
    const { pdf, words } = await onPaper(customerId, invoice.id);
    for (const part of ['Tax invoice', invoice.reference, 'Asha Rao', '1 MG Road', 'GSTIN 27AAPFU0939F1ZV', 'GSTIN 29AAGCB7383J1Z4', '998439', 'IGST', '18%', 'INR 422.92', 'INR 76.13', 'INR 499.05', 'Place of supply: 27-Maharashtra, India', `Paid through Razorpay, payment ${paymentId}`]) expect(words).toContain(part);
    expect(words).not.toContain('TEST');
    expect((await askPoppler(pdf, 'pdfinfo', ['paper.pdf'])).toString()).toMatch(/Title: +Tax invoice VV[^]*Tagged: +yes[^]*Pages: +1\n[^]*Page size: +595\.28 x 841\.89 pts \(A4\)/);
    const note = await onPaper(customerId, (await inTx((tx) => invoices.credit(tx, paymentId, 49_905n))) ?? '');
    for (const part of ['Credit note', invoice.reference, 'Total credited']) expect(note.words).toContain(part);
    const play = await issued(customerId, 900, { mode: 'test', gateway: 'built_in', currency: 'USD' });
    expect((await onPaper(customerId, play.invoice.id)).words).toContain('TEST. No money was paid');
  });

  it.each([
    ['as long as it may be', 'Wolfeschlegelsteinhausen-Bergerdorff Maximiliane '.repeat(5).slice(0, 199), 'Straße der sehr langen Namen\n'.repeat(7).padEnd(499, 'Hohenlohe-Langenburg ')],
    ['in Devanagari', 'श्रीमती कृष्णा लक्ष्मी त्रिपाठी', 'गांधी नगर\nजयपुर'], ['in Arabic', 'فاطمة الزهراء بنت محمد', 'شارع الملك\nالرياض'],
  ])('has room for a buyer %s', async (_how, name, address) => {
    const customerId = await customerWith({ ...NOBODY, name, address });
    const { invoice } = await issued(customerId, 123_456_789_012, { currency: 'INR', title: 'A title that goes on for quite a while, since nobody said it may not '.repeat(3).slice(0, 200).trim() });
    const { pdf, words } = await onPaper(customerId, invoice.id);
    for (const word of name.split(' ').slice(0, 3)) expect(words.replaceAll(/\s+/g, '')).toContain(word);
    expect(words).toContain('INR 1,23,45,67,890.12');
    const boxes = (await askPoppler(pdf, 'pdftotext', ['-bbox', 'paper.pdf', '-'])).toString();
    const set = [...boxes.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)"/g)];
    expect(set.length).toBeGreaterThan(40);
    expect(set.filter(([, left, right, bottom]) => Number(left) < 55 || Number(right) > 541 || Number(bottom) > 820)).toEqual([]);
  });

  it('says that its buyer was deleted at their request, whatever took them away, and who never gave a name stays a dash', async () => {
    const [named, nameless] = [await customerWith(KARNATAKA), await customerWith(NOBODY)];
    const [ofNamed, ofNameless] = [await issued(named), await issued(nameless)];
    await database.query('update payments.customer set organisation_id = null where id = any ($1::uuid[])', [[named, nameless]]);
    expect(await database.query('select from payments.billing_details where customer_id = $1', [named])).toHaveLength(0);
    const { words } = await onPaper(named, ofNamed.invoice.id);
    expect(words).toContain('Deleted at the buyer’s request');
    expect(words).not.toMatch(/Asha|MG Road/);
    expect((await onPaper(nameless, ofNameless.invoice.id)).words).toMatch(/Buyer\n[^]*—/);
    const note = await inTx((tx) => invoices.credit(tx, ofNamed.paymentId, 10n));
    expect((await onPaper(named, note ?? '')).words).toContain('Deleted at the buyer’s request');
  });

  it('is nobody else’s', async () => {
    const { invoice } = await issued(await customerWith(NOBODY));
    for (const customerId of [await customerWith(NOBODY), null]) await expect(inTx((tx) => invoices.paper(tx, customerId, invoice.id))).rejects.toMatchObject({ code: 'not_found', status: 404 });
  });
});

describe('the books', () => {
  it('have one line for each invoice and credit note of the days asked for, that no spreadsheet runs, without a name', async () => {
    const customerId = await customerWith({ ...NOBODY, name: 'Zuse GmbH', country: 'DE' });
    const { paymentId, invoice } = await issued(customerId, 11_900, { gateway: 'stripe', currency: 'EUR', title: '=HYPERLINK("x")' });
    await inTx((tx) => invoices.credit(tx, paymentId, 5_950n));
    const csv = await textOf(new AccountingExport(db).open(today, today));
    const [heading = '', ...lines] = csv.trimEnd().split('\r\n');
    expect(heading.startsWith('\uFEFF"Number","Date"')).toBe(true);
    expect(heading).toContain(`"Net","'=VAT","CGST","IGST","SGST","Tax","Total"`);
    expect(lines).toHaveLength(Number((await database.query<{ count: string }>('select count(*) from payments.invoice'))[0]?.count));
    const mine = lines.filter((line) => line.includes(invoice.reference));
    expect(mine[0]).toBe(`"${invoice.reference}","${today}","invoice","","${customerId}","DE","Germany","no","'=HYPERLINK(""x"")","1","","100.00","19.00","","","","19.00","119.00","EUR","no","Stripe","${paymentId}","no"`);
    expect(mine[1]).toMatch(new RegExp(`^"VVC-[^"]+","${today}","credit note","${invoice.reference}",.*"50.00","9.50","","","","9.50","59.50","EUR"`));
    expect(csv).not.toContain('Zuse');
    expect((await textOf(new AccountingExport(db).open('2020-01-01', '2020-12-31'))).split('\r\n')).toHaveLength(2);
  });

  it('go on over more lines than are read at once', async () => {
    await database.query(
      `insert into payments.invoice (id, series, year, number, kind, customer_id, title, quantity, currency, net_minor, tax_minor, total_minor, taxes, seller, has_tax_id, has_recipient, gateway, payment_reference, is_test, issued_at, expires_at)
       select gen_random_uuid(), 'OLD', 2024, n, 'invoice', (select id from payments.customer limit 1), 'Old', 1, 'EUR', n, 0, n, '[]', '{}', false, false, 'stripe', 'p' || n, false, '2024-05-05T10:00:00Z', '2031-05-05' from generate_series(1, 1001) n`);
    const lines = (await textOf(new AccountingExport(db).open('2024-05-05', '2024-05-05'))).trimEnd().split('\r\n');
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(1001);
    expect(lines).toHaveLength(1002);
  });

  it('tell day by day what came in and what went back, with and without invoices of ours', async () => {
    const customerId = await customerWith(NOBODY);
    const paymentId = await paid(customerId, 2_000, { gateway: 'paddle', currency: 'GBP' });
    await paid(customerId, 3_000, { gateway: 'paddle', currency: 'GBP' });
    await inTx((tx) => invoices.credit(tx, paymentId, 500n));
    await database.query(`update payments.payment set dispute = 'open' where id = $1`, [paymentId]);
    await database.query(`insert into payments.quarantine (id, gateway, reference, reason, said_currency, expires_at) values (gen_random_uuid(), 'paddle', 'odd', 'amount', 'GBP', clock.now() + interval '1 year')`);
    const days = await new DayReport().between(db.alone, today, today);
    expect(days.find(({ gateway, currency }) => gateway === 'paddle' && currency === 'GBP')).toEqual({
      day: today, gateway: 'paddle', gatewayName: 'Paddle', currency: 'GBP', captured: { count: 2, minor: 5_000n }, refunded: { count: 1, minor: 500n }, disputed: 1, invoices: 0, creditNotes: 0, quarantined: 1, check: null, differences: [],
    });
    expect(days.find(({ gateway }) => gateway === 'stripe')).toMatchObject({ captured: { count: 1, minor: 11_900n }, refunded: { count: 1, minor: 5_950n }, invoices: 1, creditNotes: 1 });
  });
});

describe('a new year of invoices', () => {
  it('begins with number one, by the clock of the database', async () => {
    await database.moveClock('1 year');
    const { invoice } = await issued(await customerWith(NOBODY));
    expect(invoice.reference).toBe(`VV-${Number(today.slice(0, 4)) + 1}-00001`);
  });
});
