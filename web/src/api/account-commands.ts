import { call } from './client.js';
import { type AccountDeletion, type ApiToken, type EmailChange, type MailSent, type MyAccount, type RecoveryCodes, type SecondFactorSecret } from './schema.js';

/** What proves that it is still the same person: the password, or nothing when the sign-in is minutes old. */
interface Proof {
  password?: string;
}

export const rename = (name: string) => call<MyAccount>('PATCH', '/api/account', { body: { name } });
export const changePhone = (phone: string | null) => call<MyAccount>('PATCH', '/api/account', { body: { phone } });
export const deletePicture = () => call<void>('DELETE', '/api/account/picture');
export const changePassword = (body: { password: string; current?: string }) => call<void>('PUT', '/api/account/password', { body });
export const changeEmail = (body: { email: string } & Proof) => call<MailSent>('POST', '/api/account/email', { body });
export const takeBackEmailChange = () => call<void>('DELETE', '/api/account/email');
export const confirmEmailChange = (token: string) => call<EmailChange>('POST', '/api/email-changes/confirmation', { body: { token } });
export const unlinkProvider = (id: string) => call<void>('DELETE', `/api/account/providers/${encodeURIComponent(id)}`);
export const endSignIn = (id: string) => call<void>('DELETE', `/api/account/sessions/${encodeURIComponent(id)}`);
export const endOtherSignIns = () => call<void>('DELETE', '/api/account/sessions');
export const beginSecondFactor = (body: Proof) => call<SecondFactorSecret>('POST', '/api/account/second-factor', { body });
export const confirmSecondFactor = (code: string) => call<RecoveryCodes>('POST', '/api/account/second-factor/confirmation', { body: { code } });
export const renewRecoveryCodes = (code: string) => call<RecoveryCodes>('POST', '/api/account/second-factor/recovery-codes', { body: { code } });
export const turnSecondFactorOff = (code: string) => call<void>('POST', '/api/account/second-factor/removal', { body: { code } });
export const makeToken = () => call<ApiToken>('POST', '/api/tokens', { body: {} });
export const deleteAccount = (body: { now: boolean } & Proof) => call<AccountDeletion>('POST', '/api/account/deletion', { body });
