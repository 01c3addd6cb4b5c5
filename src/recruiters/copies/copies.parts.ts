import { type Provider, type Type } from '@nestjs/common';
import { CopiedRows } from './copied-rows.js';
import { CopiesController } from './copies.controller.js';
import './copies.personal-data.js';
import { CopyHeads } from './copy-heads.js';
import { CopyRepository } from './copy.repository.js';
import { ResultCopies } from './result-copies.js';

/** What the module of recruiters has of this folder. */
export const copiesControllers: Type[] = [CopiesController];
export const copiesProviders: Provider[] = [CopiedRows, CopyHeads, CopyRepository, ResultCopies];
