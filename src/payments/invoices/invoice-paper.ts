import { gatewayName } from '../purchases/gateway-names.js';
import { countryName } from './billing-details.dto.js';
import { amountOf, type Invoice, type Recipient, type Seller } from './invoice.js';
import { InvoiceSheet } from './invoice-sheet.js';

/** An invoice or a credit note as a tagged A4 paper, from what was written down and from nothing else. */
export async function invoicePaper(invoice: Invoice, recipient: Recipient | null): Promise<PDFKit.PDFDocument> {
  const sheet = await InvoiceSheet.begin(`${titleOf(invoice)} ${invoice.reference}`);
  sheet.title(titleOf(invoice));
  if (invoice.isTest) sheet.paragraph('TEST. No money was paid; this is no document for a tax office.', 'strong');
  sheet.gap(8);
  sheet.sideBySide([
    { heading: 'Number', lines: [invoice.reference] },
    { heading: 'Date', lines: [day(invoice.issuedAt)] },
    ...(invoice.corrects ? [{ heading: 'Corrects', lines: [invoice.corrects.reference, `of ${day(new Date(`${invoice.corrects.day}T00:00:00Z`))}`] }] : []),
  ]);
  sheet.gap(16);
  sheet.sideBySide([{ heading: 'Seller', lines: seller(invoice.seller) }, { heading: 'Buyer', lines: buyer(invoice, recipient) }]);
  sheet.gap(20);
  amounts(sheet, invoice);
  sheet.gap(16);
  if (invoice.note === 'reverse_charge') sheet.paragraph('Reverse charge: the tax is owed by the buyer.');
  if (invoice.placeOfSupply !== null) sheet.paragraph(`Place of supply: ${invoice.placeOfSupply}`);
  // A bank may still send back what a credit note is about: the paper says what is owed, not that it arrived.
  sheet.paragraph(`${invoice.kind === 'invoice' ? 'Paid' : 'Goes back'} through ${gatewayName(invoice.gateway)}, payment ${invoice.paymentReference}.`);
  return sheet.end(`${titleOf(invoice)} ${invoice.reference}`);
}

function titleOf({ kind, lines, isTest }: Invoice): string {
  const plain = kind === 'invoice' ? `${lines.length > 0 ? 'Tax i' : 'I'}nvoice` : 'Credit note';
  return isTest ? `Test ${plain.toLowerCase()}` : plain;
}

function seller({ name, address, country, region, taxId }: Seller): string[] {
  return [name, address, [region, countryName(country)].filter((part) => part !== null).join(', '), ...(taxId === null ? [] : [`${taxWord(country)} ${taxId}`])];
}

function buyer({ hasRecipient, country }: Invoice, recipient: Recipient | null): string[] {
  if (!recipient) return [hasRecipient ? 'Deleted at the buyer’s request' : '—'];
  const { name, address, taxId } = recipient;
  return [name, address, ...(country === null ? [] : [countryName(country) ?? country]), ...(taxId === '' ? [] : [`${taxWord(country)} ${taxId}`])].filter((line) => line !== '');
}

function amounts(sheet: InvoiceSheet, invoice: Invoice): void {
  const { currency, lines, quantity, title, taxCode, period } = invoice;
  const money = (minor: bigint | string): string => figure(minor, currency);
  const what = period ? `${title}\n${day(period.start)} to ${day(period.end)}` : title;
  const code = taxCode === null ? [] : [{ title: 'HSN/SAC', share: 0.15 }];
  const isTaxed = lines.length > 0;
  const total = invoice.kind === 'invoice' ? 'Total' : 'Total credited';
  const blank = code.map(() => '');
  sheet.table(
    [{ title: 'What', share: 0.65 - code.length * 0.15 }, ...code, { title: 'Quantity', share: 0.1, isFigure: true }, { title: isTaxed ? 'Without tax' : 'Amount', share: 0.25, isFigure: true }],
    [[what, ...(taxCode === null ? [] : [taxCode]), quantity.toString(), money(invoice.netMinor)], ...(isTaxed ? [] : [[total, ...blank, '', money(invoice.totalMinor)]])],
    !isTaxed,
  );
  if (!isTaxed) return;
  sheet.gap(14);
  sheet.table(
    [{ title: 'Tax', share: 0.4 }, { title: 'Rate', share: 0.1, isFigure: true }, { title: 'On', share: 0.25, isFigure: true }, { title: 'Amount', share: 0.25, isFigure: true }],
    [...lines.map(({ name, percent, minor }) => [name, `${percent}%`, money(invoice.netMinor), money(minor)]), [total, '', '', money(invoice.totalMinor)]],
    true,
  );
}

function taxWord(country: string | null): string {
  return country === 'IN' ? 'GSTIN' : 'Tax number';
}

/** `USD 1,234.50`, `INR 1,23,456.00`: grouped as readers of the currency do, and never by way of a float. */
function figure(minor: bigint | string, currency: string): string {
  const [whole = '0', fraction] = amountOf(minor, currency).split('.');
  const grouped = BigInt(whole).toLocaleString(currency === 'INR' ? 'en-IN' : 'en');
  return `${currency} ${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}

function day(at: Date): string {
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}
