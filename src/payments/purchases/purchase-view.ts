import { type PurchaseView } from './billing.dto.js';
import { gatewayName } from './gateway-names.js';
import { type Purchase, turnInWords } from './purchase.js';

export function asPurchase(purchase: Purchase): PurchaseView {
  const { id, state, title, quantity, price, organisationId, gateway, mode, go, madeAt, closesAt, isOver, setApart } = purchase;
  return {
    id, state, title, quantity, price: { amount: price.amount, currency: price.currency }, every: turnInWords(purchase), forOrganisation: organisationId !== null, gatewayName: gatewayName(gateway),
    isPlayMoney: mode === 'test', setApart: state === 'paid' ? null : setApart, go: (state === 'open' || state === 'failed') && go && !isOver && setApart !== 'waiting' ? asGo(go) : null, madeAt: madeAt.toISOString(), closesAt: closesAt.toISOString(),
  };
}

function asGo(go: NonNullable<Purchase['go']>): PurchaseView['go'] {
  return go.kind === 'link' ? { kind: 'link', url: go.url } : { kind: 'form', action: go.action, fields: { ...go.fields } };
}
