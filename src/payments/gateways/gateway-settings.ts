import { Config, type Settings } from '../../platform/config/index.js';

/** How the key of a gateway begins, and what it cannot be trusted or reached without. */
const rules: Readonly<Record<keyof typeof Config.gatewayKeys, { readonly begins: RegExp; readonly asIn: string; readonly needs: readonly (keyof Settings)[] }>> = {
  stripe: { begins: /^[rs]k_(live|test)_/, asIn: 'sk_live_, sk_test_, rk_live_ or rk_test_', needs: ['STRIPE_WEBHOOK_SECRETS'] },
  razorpay: { begins: /^rzp_(live|test)_/, asIn: 'rzp_live_ or rzp_test_', needs: ['RAZORPAY_KEY_SECRET', 'RAZORPAY_WEBHOOK_SECRETS'] },
  paystack: { begins: /^sk_(live|test)_/, asIn: 'sk_live_ or sk_test_', needs: [] },
  paddle: { begins: /^pdl_(live|sdbx)_/, asIn: 'pdl_live_ or pdl_sdbx_', needs: ['PADDLE_WEBHOOK_SECRETS', 'PADDLE_CHECKOUT_URL'] },
};

/** What keeps the gateways that have a key from being used, each as one sentence; `isDeclared` tells whether the policy names somebody among its processors. */
export function gatewayFaults({ gateways, settings }: Pick<Config, 'gateways' | 'settings'>, isDeclared: (id: string) => boolean): string[] {
  return gateways.flatMap((id) => {
    const [key, { begins, asIn, needs }] = [Config.gatewayKeys[id], rules[id]];
    const missing = needs.filter((name) => settings[name] === undefined || (Array.isArray(settings[name]) && settings[name].length === 0));
    return [
      ...(begins.test(settings[key] ?? '') ? [] : [`${key}: begins with none of ${asIn}, so that nobody knows whether its money is real.`]),
      ...missing.map((name) => `${name}: is not set, but ${key} is; set it, or take the key away.`),
      ...(isDeclared(id) ? [] : [`${key}: the policy ${settings.POLICY} does not declare ${id} among its processors; say there what it is given and why, or take the setting away.`]),
    ];
  });
}
