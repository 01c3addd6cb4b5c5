import { type Provider, type Type } from '@nestjs/common';
import './credentials.personal-data.js';
import { Credentials } from './credentials.js';
import { Issuer } from './issuer.js';
import { IssuerController } from './issuer.controller.js';
import { FirstKeys } from './keys/first-keys.js';
import { SigningKeys } from './keys/signing-keys.js';
import { StatusController } from './status/status.controller.js';
import { StatusLists } from './status/status-lists.js';
import { StatusRepository } from './status/status.repository.js';
import { RegisterRepository } from './verification/register.repository.js';
import { UploadReader } from './verification/upload-reader.js';
import { Verification } from './verification/verification.js';
import { VerificationsController } from './verification/verifications.controller.js';

/** What the module of certificates has of this folder. */
export const credentialsControllers: Type[] = [IssuerController, StatusController, VerificationsController];
export const credentialsProviders: Provider[] = [Credentials, FirstKeys, Issuer, RegisterRepository, SigningKeys, StatusLists, StatusRepository, UploadReader, Verification];
