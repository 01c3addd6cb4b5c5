import { type Provider, type Type } from '@nestjs/common';
import { AiNotices } from './ai-notices.js';
import { AiNoticesController } from './ai-notices.controller.js';
import { DraftsController } from './drafts.controller.js';
import { TemplateDesk } from './template-desk.js';
import { TemplateDrafts } from './template-drafts.js';
import { TemplateVersionRepository } from './template-version.repository.js';
import { TemplateVersions } from './template-versions.js';
import { TemplateRepository } from './template.repository.js';
import { Templates } from './templates.js';
import { TemplatesController } from './templates.controller.js';
import './templates.personal-data.js';

/** What the module of recruiters has of this folder. */
export const templatesControllers: Type[] = [AiNoticesController, DraftsController, TemplatesController];
export const templatesProviders: Provider[] = [AiNotices, TemplateDesk, TemplateDrafts, TemplateRepository, Templates, TemplateVersionRepository, TemplateVersions];
