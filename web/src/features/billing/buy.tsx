import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type BillingApi, type SoldProduct } from '../../api/billing-queries.js';
import { newId } from '../../lib/new-id.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import styles from './billing.module.css';
import { goThere } from './go-there.js';

const MOST_PLACES = 500;

interface Props {
  api: BillingApi;
  product: SoldProduct;
  currency: string;
  onPaid: (purchaseId: string) => void;
}

/** The way to have a product; of plans there is one at a time. */
export function Buy(props: Props) {
  const { data, isPending } = useQuery(props.api.read);
  const live = props.product.kind === 'plan' ? data?.plans.find(({ state }) => state !== 'ended') : undefined;
  if (live) return <p className={styles.soft}>{live.title === props.product.title ? 'You have this plan.' : 'You have another plan. End that one first, and change when it is over.'}</p>;
  // A button that goes away again would be pressed in vain.
  return <Purchase {...props} waits={isPending && props.product.kind === 'plan'} />;
}

/** Goes to the gateway's page with a purchase. Pressed again after it failed, it is the same purchase. */
function Purchase({ api, product, currency, onPaid, waits }: Props & { waits: boolean }) {
  const verb = product.kind === 'plan' ? 'Begin this plan' : 'Buy';
  const [quantity, setQuantity] = useState(1);
  const wish = useRef({ of: '', requestKey: '' });
  const buying = useMutation({
    mutationFn: () => {
      const of = `${product.id} ${quantity} ${currency}`;
      if (wish.current.of !== of) wish.current = { of, requestKey: newId() };
      return api.buy({ product: product.id, quantity, currency, requestKey: wish.current.requestKey });
    },
    onSuccess: ({ id, go }) => {
      if (go) goThere(go);
      else onPaid(id);
    },
  });
  return (
    <div className={styles.buy}>
      {product.perSeat && (
        <NumberInput
          label="Places" value={quantity} min={1} max={MOST_PLACES} clampBehavior="strict" allowDecimal={false} allowNegative={false} className={styles.places ?? ''}
          onChange={(value) => setQuantity(Math.max(1, Number(value) || 1))}
        />
      )}
      {/* It stays busy until the other page is there. */}
      <Button variant="default" disabled={waits} loading={buying.isPending || (buying.isSuccess && buying.data.go !== null)} onClick={() => buying.mutate()} aria-label={`${verb}: ${product.title}`}>{verb}</Button>
      {buying.isError && <Failure title="Nothing was bought." error={buying.error} />}
    </div>
  );
}
