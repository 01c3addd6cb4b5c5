import { Global, Module, type Provider } from '@nestjs/common';
import { Authenticator } from '../platform/http/index.js';
import { AccountContacts } from './account-contacts.js';
import { AccountFacts } from './account-facts.js';
import { AccountSweep } from './account-sweep.js';
import { AddressConfirmation } from './address-confirmation.js';
import { AccountsController } from './accounts.controller.js';
import './accounts.personal-data.js';
import { AccountRepository } from './accounts.repository.js';
import { AccountsWorker } from './accounts.worker.js';
import { BroughtAccounts } from './brought/brought-accounts.js';
import { Cookies } from './cookies.js';
import { DemoAccounts } from './demo-accounts.js';
import { Identity } from './identity.js';
import { LinkMail } from './links/link-mail.js';
import { LinkRates } from './links/link-rates.js';
import { LinkSignIn } from './links/link-sign-in.js';
import { LinkSignUp } from './links/link-sign-up.js';
import { LinkRepository } from './links/link.repository.js';
import { LinksController } from './links/links.controller.js';
import { MailedLinks } from './links/mailed-links.js';
import { PasswordReset } from './links/password-reset.js';
import { NetworkRate } from './network-rate.js';
import { OperatorClaims } from './operator-claims.js';
import { PasswordTries } from './password-tries.js';
import { Passwords } from './passwords.js';
import { OwnPicture } from './pictures/own-picture.js';
import { PictureRepository } from './pictures/picture.repository.js';
import { PicturesController } from './pictures/pictures.controller.js';
import { LinkedMail } from './providers/linked-mail.js';
import { ProviderArrival } from './providers/provider-arrival.js';
import { ProviderDance } from './providers/provider-dance.js';
import { ProviderLinks } from './providers/provider-links.js';
import { ProviderSignIn } from './providers/provider-sign-in.js';
import { ProviderSignUp } from './providers/provider-sign-up.js';
import { ProvidersController } from './providers/providers.controller.js';
import { SealedCookies } from './providers/sealed-cookies.js';
import { RoleGrants } from './role-grants.js';
import { FactorSettings } from './second-factor/factor-settings.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorRepository } from './second-factor/second-factor.repository.js';
import { SecondFactor } from './second-factor/second-factor.js';
import { SecondStep } from './second-factor/second-step.js';
import { ApiTokens } from './sessions/api-tokens.js';
import { Callers } from './sessions/callers.js';
import { Reception } from './sessions/reception.js';
import { SessionRepository } from './sessions/session.repository.js';
import { Sessions } from './sessions/sessions.js';
import { AccountClosing } from './settings/account-closing.js';
import { AccountPurge } from './settings/account-purge.js';
import { AccountsAgain } from './settings/accounts-again.js';
import { DetailsAgain } from './settings/details-again.js';
import { ChangeNotice } from './settings/change-notice.js';
import { ClosedAccountRepository } from './settings/closed-account.repository.js';
import { EmailChangeController } from './settings/email-change.controller.js';
import { EmailChangeRepository } from './settings/email-change.repository.js';
import { EmailChange } from './settings/email-change.js';
import { ErasureReceipt } from './settings/erasure-receipt.js';
import { FarewellMail } from './settings/farewell-mail.js';
import { MyAccountController } from './settings/my-account.controller.js';
import { MyAccount } from './settings/my-account.js';
import { NewPassword } from './settings/new-password.js';
import { PasswordChange } from './settings/password-change.js';
import { Proof } from './settings/proof.js';
import { WaysInRepository } from './settings/ways-in.repository.js';
import { SessionsController } from './settings/sessions.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.js';
import { SignInWays } from './sign-in-ways.js';
import { SignUpGate } from './sign-up-gate.js';
import { SignUp } from './sign-up.js';

const ground: Provider[] = [AccountContacts, AccountFacts, AccountRepository, AccountSweep, AccountsWorker, AddressConfirmation, BroughtAccounts, Cookies, DemoAccounts, Identity, NetworkRate, OperatorClaims, Passwords, PasswordTries, RoleGrants, SignIn, SignInWays, SignUp, SignUpGate];
const pictures: Provider[] = [OwnPicture, PictureRepository];
const sessions: Provider[] = [ApiTokens, Callers, Reception, SessionRepository, Sessions, { provide: Authenticator, useExisting: Callers }];
const links: Provider[] = [LinkMail, LinkRates, LinkRepository, LinkSignIn, LinkSignUp, MailedLinks, PasswordReset];
const providers: Provider[] = [LinkedMail, ProviderArrival, ProviderDance, ProviderLinks, ProviderSignIn, ProviderSignUp, SealedCookies];
const secondFactor: Provider[] = [FactorSettings, SecondFactor, SecondFactorRepository, SecondStep];
const settings: Provider[] = [AccountClosing, AccountPurge, AccountsAgain, ChangeNotice, ClosedAccountRepository, DetailsAgain, EmailChange, EmailChangeRepository, ErasureReceipt, FarewellMail, MyAccount, NewPassword, PasswordChange, Proof, WaysInRepository];

/** Global, because the guard of every route asks it who is calling. */
@Global()
@Module({
  controllers: [
    AccountsController, EmailChangeController, LinksController, MyAccountController, PicturesController, ProvidersController, SecondFactorController, SessionsController, SignInController,
  ],
  providers: [...ground, ...pictures, ...sessions, ...links, ...providers, ...secondFactor, ...settings],
  exports: [AccountClosing, AccountContacts, AccountFacts, Authenticator, BroughtAccounts, Cookies, DemoAccounts, OperatorClaims, Proof, RoleGrants],
})
export class AccountsModule {}
