import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Turnstile } from '../../kernel/index.js';
import { askChild, foldersOf, startLimitedChild } from '../../platform/children/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { type Page, PageFault, PageFetch } from '../../platform/pages/index.js';
import { Policy } from '../../platform/policy/index.js';
import { jobPageFault, jobPageHasNoText, jobPagesBusy } from './job-pages.errors.js';

const HOUR = 3600;
const READER = join(import.meta.dirname, 'page-reader.child');
const READABLE = ['htmlparser2', 'domhandler', 'domelementtype', 'domutils', 'dom-serializer', 'entities'].flatMap(foldersOf);
// Two megabytes of HTML take a quarter of a second.
const LIMITS = { seconds: 2, memoryMb: 256 };
const PATIENCE = { milliseconds: 8_000, mostOutput: 1_048_576 };

const answer = z.object({ title: z.string(), text: z.string() });

/** What was read from an address: for whoever named it to check and to keep, or not. */
export interface JobPage {
  readonly host: string;
  readonly title: string;
  readonly text: string;
}

/** Reads a job advertisement from the address that a candidate names. Nothing of it is kept. */
@Injectable()
export class JobPages {
  private readonly turnstile = new Turnstile({ inside: 2, waiting: 16, milliseconds: 10_000 });

  constructor(
    private readonly pages: PageFetch,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** AppErrors `candidates.job_page_…`, and 429 beyond the policy's `jobPagesPerHour`. */
  async read(accountId: string, address: string): Promise<JobPage> {
    await this.limiter.take({ key: `job-pages:${accountId}`, limit: this.policy.values.limits.rates.jobPagesPerHour, seconds: HOUR });
    const page = await this.pages.get(address).catch((error: unknown) => {
      throw error instanceof PageFault ? jobPageFault(error.fault) : error;
    });
    const { title, text } = await this.turnstile.pass(() => textOf(page), jobPagesBusy);
    if (text === '') throw jobPageHasNoText();
    return { host: page.host, title, text };
  }
}

async function textOf({ bytes, contentType }: Page): Promise<z.infer<typeof answer>> {
  const said = await askChild(startLimitedChild(READER, { folders: READABLE, ...LIMITS, argument: contentType }), bytes, PATIENCE);
  try {
    return answer.parse(JSON.parse(said ?? ''));
  } catch {
    throw jobPageHasNoText();
  }
}
