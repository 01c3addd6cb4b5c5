import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../platform/http/index.js';
import { AccountsController } from './accounts.controller.js';
import './accounts.personal-data.js';
import { AccountRepository } from './accounts.repository.js';
import { AccountsWorker } from './accounts.worker.js';
import { DemoAccounts } from './demo-accounts.js';
import { Identity } from './identity.js';
import { OperatorClaims } from './operator-claims.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.js';
import { SignUp } from './sign-up.js';
import { VerificationMail } from './verification.mail.js';

/** Global, because the guard of every route asks it who is calling. */
@Global()
@Module({
  controllers: [AccountsController, SignInController],
  providers: [AccountRepository, AccountsWorker, DemoAccounts, Identity, OperatorClaims, SignIn, SignUp, VerificationMail, { provide: Authenticator, useExisting: SignIn }],
  exports: [Authenticator, DemoAccounts, OperatorClaims],
})
export class AccountsModule {}
