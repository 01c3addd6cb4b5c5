import { useParams } from '@tanstack/react-router';
import { PurchaseReturn } from '../../features/billing/purchase-return.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export function PurchaseReturnPage() {
  const { id } = useParams({ from: '/home/billing/return/$id' });
  return (
    <>
      <PageHeading title="Your purchase">Your purchase</PageHeading>
      <PurchaseReturn
        id={id} onward={({ forOrganisation, state }) => (
          <>
            <ButtonLink to={forOrganisation ? paths.organisationBilling : paths.billing} variant={state === 'paid' ? 'filled' : 'default'}>Plan and payments</ButtonLink>
            {state === 'paid' && !forOrganisation && <ButtonLink to={paths.setUp} variant="default">Set up an interview</ButtonLink>}
          </>
        )}
      />
    </>
  );
}
