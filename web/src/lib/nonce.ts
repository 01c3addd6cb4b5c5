import { setNonce } from 'get-nonce';

/** The nonce the server wrote into this page; browsers hide it from the attribute and show it in the property. */
export const pageNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Pop-ups lock the scrolling with a style element of a library of their own, which asks get-nonce. */
export const lendNonceToPopUps = (): void => setNonce(pageNonce());
