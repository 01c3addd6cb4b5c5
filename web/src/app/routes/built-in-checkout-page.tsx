import { getRouteApi } from '@tanstack/react-router';
import { BuiltInCheckoutPage as Checkout } from '../../features/built-in-checkout/built-in-checkout.js';

const route = getRouteApi('/gateway/pay/built-in/$reference');

export function BuiltInCheckoutPage() {
  const { reference } = route.useParams();
  return <Checkout key={reference} reference={reference} />;
}
