import { type Provider } from '@nestjs/common';
import { AccountImport } from './account-import.js';

/** What the module of privacy has of this folder. */
export const importsProviders: Provider[] = [AccountImport];
