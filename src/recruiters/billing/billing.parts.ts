import { type Provider, type Type } from '@nestjs/common';
import { BillingPeople } from './billing-people.js';
import './billing.personal-data.js';
import { BillingWorker } from './billing.worker.js';
import { CreditReturnRepository } from './credit-return.repository.js';
import { InvitationCredits } from './invitation-credits.js';
import { OrganisationBillingController } from './organisation-billing.controller.js';
import { OrganisationGiftsController } from './organisation-gifts.controller.js';
import { OrganisationPapersController } from './organisation-papers.controller.js';
import { Places } from './places.js';

/** What the module of recruiters has of this folder. */
export const billingControllers: Type[] = [OrganisationBillingController, OrganisationGiftsController, OrganisationPapersController];
export const billingProviders: Provider[] = [BillingPeople, BillingWorker, CreditReturnRepository, InvitationCredits, Places];
