import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Cookies } from '../../accounts/index.js';
import { ConsentDesk } from '../../consent/index.js';
import { canonicalJson } from '../../kernel/index.js';
import { AiProviders } from '../../platform/ai/index.js';
import { Config, ConfigurationError } from '../../platform/config/index.js';
import { Policy, retentionClasses } from '../../platform/policy/index.js';
import { connectionsOf, isOwn, processorOf, undeclared } from './connections.js';
import { type NoticeFacts } from './notice-facts.js';
import { type PublishedText } from './notice.repository.js';
import { type NoticeText, noticeTexts } from './notice-texts.js';
import { type NoticeName, noticeNames, type Part } from './notices.dto.js';

/** The notices, written from the policy and from how this server is set up. Whoever it is connected to without having declared them stops the start. */
@Injectable()
export class LegalNotices {
  readonly version: string;
  /** The ids of the declared processors that are connected to. */
  readonly inUse: ReadonlySet<string>;
  private readonly facts: NoticeFacts;

  constructor(policy: Policy, config: Config, consents: ConsentDesk, cookies: Cookies, ai: AiProviders) {
    const { values } = policy;
    const signIn = config.signInProviders.filter(({ id }) => values.signIn.ways.includes(id));
    const connections = connectionsOf({ settings: config.settings, signInProviders: signIn });
    const faults = undeclared(connections, values, config.settings.POLICY);
    if (faults.length > 0) throw new ConfigurationError(faults);
    const connected = connections.flatMap((connection) => processorOf(connection, values)?.id ?? []);
    this.version = values.version;
    this.inUse = new Set([...ai.outside().map(({ id }) => id), ...config.gateways, ...connected]);
    this.facts = {
      policy: values,
      retention: retentionClasses.map((id) => ({ id, says: values.retention[id].says, keep: policy.keeps(id), from: values.retention[id].from })),
      consents: consents.texts().map(({ purpose, title, body, version }) => ({ title, body, version, lasts: values.purposes[purpose].expires?.toString() ?? null })),
      cookies: cookies.declared(),
      isEncrypted: config.settings.PUBLIC_URL.startsWith('https://'),
      now: { inUse: this.inUse, ai: ai.outside(), own: connections.filter((connection) => isOwn(connection, values)), signIn },
    };
  }

  /** How a notice reads at this moment. */
  read(notice: NoticeName): NoticeText {
    return noticeTexts[notice](this.facts);
  }

  /** All of them as they are published: without what is said of this moment. */
  toPublish(): PublishedText[] {
    return noticeNames.map((notice) => {
      const { title, lead, parts } = this.read(notice);
      const lasting = parts.map((part): Part => ({ ...part, blocks: part.blocks.filter(({ now }) => !now) }));
      return { notice, title, lead, parts: lasting, hash: createHash('sha256').update(canonicalJson({ title, lead, parts: lasting })).digest('hex') };
    });
  }
}
