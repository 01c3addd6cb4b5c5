import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type BillingApi, type CreditUses } from '../../api/billing-queries.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './billing.module.css';
import { CreditsPart } from './credits-part.js';
import { DetailsPart } from './details-part.js';
import { History } from './history.js';
import { PlanPart } from './plan-part.js';
import { Uses } from './uses.js';

interface Props {
  api: BillingApi;
  /** What is counted, in the singular: "interview". */
  unit: string;
  /** Where more can be bought. */
  shop: ReactNode;
  thing: (use: CreditUses['items'][number]) => ReactNode;
}

/** Everything about money in one place: what is left, the plan, more of it, what was used and bought, and what stands on invoices. */
export function BillingDesk({ api, unit, shop, thing }: Props) {
  return (
    <div className={styles.desk}>
      <Loaded query={useQuery(api.read)} failed="What you have could not be read." skeleton={<LinesSkeleton lines={6} />}>
        {(standing) => (
          <>
            <CreditsPart standing={standing} unit={unit} />
            {standing.plans.map((plan) => <PlanPart key={plan.id} api={api} plan={plan} />)}
          </>
        )}
      </Loaded>
      {shop}
      <History api={api} />
      <Uses api={api} unit={unit} thing={thing} />
      <DetailsPart api={api} />
    </div>
  );
}
