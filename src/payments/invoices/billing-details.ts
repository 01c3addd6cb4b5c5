import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type DetailsView } from '../purchases/billing.dto.js';
import { type DetailsBody } from './billing-details.dto.js';
import { stateCode, stateName } from './indian-states.js';
import { stateOfGstin, taxNumber } from './tax-numbers.js';

const NONE: DetailsView = { name: '', address: '', country: null, region: '', taxId: '' };

/** What a customer wants on the next invoices; those that were written keep what they say. */
@Injectable()
export class BillingDetails {
  /** Empty ones where nothing was saved, or nobody is a customer yet. */
  async get(tx: Tx, customerId: string | null): Promise<DetailsView> {
    if (customerId === null) return NONE;
    const [row] = await tx.query<DetailsView[]>('select name, address, country, region, tax_id as "taxId" from payments.billing_details where customer_id = $1', [customerId]);
    return row ?? NONE;
  }

  /** Nothing at all deletes what was there. `body` has passed `detailsBody`; 422 where state and tax number do not fit each other. */
  async put(tx: Tx, customerId: string, body: DetailsBody): Promise<DetailsView> {
    const details = tidied(body);
    if (Object.values(details).every((said) => said === '' || said === null)) {
      await tx.query('delete from payments.billing_details where customer_id = $1', [customerId]);
      return NONE;
    }
    await tx.query(
      `insert into payments.billing_details (customer_id, name, address, country, region, tax_id) values ($1, $2, $3, $4, $5, $6)
       on conflict (customer_id) do update set name = excluded.name, address = excluded.address, country = excluded.country, region = excluded.region, tax_id = excluded.tax_id, saved_at = clock.now()`,
      [customerId, details.name, details.address, details.country, details.region, details.taxId],
    );
    return details;
  }
}

/** Tax numbers as invoices write them, states by their name; a GSTIN says by itself which state it is of. */
function tidied({ name, address, country, region, taxId }: DetailsBody): DetailsView {
  const number = country === null || taxId === '' ? '' : (taxNumber(country, taxId) ?? '');
  if (country !== 'IN') return { name, address, country, region, taxId: number };
  const [said, ofNumber] = [stateCode(region), number === '' ? null : stateOfGstin(number)];
  if (said !== null && ofNumber !== null && said !== ofNumber) {
    throw new AppError('http.invalid_body', 422, 'Some of what you entered needs a second look. Nothing was changed.', { fields: { region: `This tax number is of ${stateName(ofNumber) ?? ofNumber}.` } });
  }
  const code = ofNumber ?? said;
  return { name, address, country, region: code === null ? '' : (stateName(code) ?? ''), taxId: number };
}
