import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type PublishedVersion, TemplateVersionRepository } from './template-version.repository.js';

/** What people were invited with, by its id. Whoever asks has read the id from a row they may see. */
@Injectable()
export class TemplateVersions {
  constructor(private readonly versions: TemplateVersionRepository) {}

  /** The same 404 for a draft and for one that does not exist. */
  async get(tx: Tx, id: string): Promise<PublishedVersion> {
    const found = await this.versions.findPublished(tx, id);
    if (!found) throw notFound();
    return found;
  }
}
