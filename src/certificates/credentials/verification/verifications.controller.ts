import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { AppError } from '../../../kernel/index.js';
import { Public, RateLimiter, View } from '../../../platform/http/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { Verification } from './verification.js';
import { pastedBody, type Verdict, verdictView } from './verifications.dto.js';

/** More is no certificate: papers of ours are a tenth of it. */
export const LARGEST_PROOF_BYTES = 10 * 1024 * 1024;
const HOUR = 3600;

/** Anybody may ask whether a certificate holds. */
@Controller('api/verifications')
export class VerificationsController {
  constructor(
    private readonly verification: Verification,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @ApiConsumes('application/json', 'application/pdf', 'image/png', 'image/svg+xml', 'text/plain', 'application/octet-stream')
  @ApiBody({ schema: { oneOf: [{ type: 'object' }, { type: 'string', format: 'binary' }] } })
  @View(verdictView)
  async verify(@Req() { ip }: { ip: string }, @Body() body: unknown): Promise<Verdict> {
    const limit = this.policy.values.limits.rates.verificationsPerHour;
    await this.limiter.take({ key: `verifications:${RateLimiter.networkOf(ip)}`, limit, seconds: HOUR });
    return this.verification.verify(brought(body));
  }
}

/** Files come as bytes; what was pasted, as a text in an object; and an object that is anything else is the credential. */
function brought(body: unknown): Buffer | string {
  const isFile = Buffer.isBuffer(body);
  if (isFile && body.length > LARGEST_PROOF_BYTES) throw new AppError('certificates.proof_too_large', 413, 'This file is larger than 10 MB. A certificate of ours is much smaller; nothing was kept of it.');
  // A short text file may hold a link.
  if (isFile) return body.length < 2_000 && /^[\x20-\x7e\s]*$/.test(body.toString('latin1')) ? body.toString('utf8') : body;
  const pasted = pastedBody.safeParse(body);
  return pasted.success ? pasted.data.text : JSON.stringify(body ?? null);
}
