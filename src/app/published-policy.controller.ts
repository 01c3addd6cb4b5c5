import { Controller, Get } from '@nestjs/common';
import { Cookies } from '../accounts/index.js';
import { AiProviders } from '../platform/ai/index.js';
import { Config } from '../platform/config/index.js';
import { Public, View } from '../platform/http/index.js';
import { Policy, retentionClasses } from '../platform/policy/index.js';
import { LegalNotices } from './notices/legal-notices.js';
import { policyView, type PolicyView } from './public.dto.js';

/** The policy as anyone may read it: the very values that the jobs and gates run on. */
@Controller('api/policy')
export class PublishedPolicyController {
  constructor(
    private readonly policy: Policy,
    private readonly config: Config,
    private readonly cookies: Cookies,
    private readonly ai: AiProviders,
    private readonly notices: LegalNotices,
  ) {}

  @Get()
  @Public()
  @View(policyView)
  publishedPolicy(): PolicyView {
    const ways = this.policy.waysIn(this.config.signInProviders);
    const { changes, uses, sale, rights, name, version, operator, ages, retention, limits, certificate, links, pins, processors, sessions } = this.policy.values;
    return {
      name,
      version,
      isSetUp: this.policy.placeholders.length === 0,
      operator,
      changes,
      uses,
      sale,
      answerWithin: rights.answerWithin.toString(),
      jurisdictions: rights.jurisdictions.map(({ answerWithin, mayExtendBy, acknowledgeWithinWorkingDays = null, representative = null, ...law }) => ({
        ...law, answerWithin: answerWithin.toString(), mayExtendBy: mayExtendBy?.toString() ?? null, acknowledgeWithinWorkingDays, representative,
      })),
      cookies: this.cookies.declared(),
      ages,
      retention: retentionClasses.map((id) => ({ id, says: retention[id].says, keep: this.policy.keeps(id), from: retention[id].from })),
      limits: publishedLimits(limits),
      certificateAbove: certificate.scoreAbove,
      pins,
      ai: this.ai.outside(),
      processors: processors.map((processor) => ({ ...processor, inUse: this.notices.inUse.has(processor.id) })),
      signIn: {
        ways: [...ways],
        providers: this.config.signInProviders.filter(({ id }) => ways.includes(id)).map(({ id, name: called }) => ({ id, name: called })),
        linkMinutes: Math.floor(links.signIn.seconds / 60),
        freshMinutes: Math.floor(sessions.freshFor.seconds / 60),
      },
      inboxPath: this.config.hasBuiltInInbox ? '/inbox' : null,
    };
  }
}

function publishedLimits(limits: Policy['values']['limits']): PolicyView['limits'] {
  return {
    resumeBytes: limits.resume.bytes,
    resumePages: limits.resume.pages,
    answerCharacters: limits.answer.characters,
    minQuestions: limits.interview.minQuestions,
    maxQuestions: limits.interview.maxQuestions,
    invitationLines: limits.invitationLines,
    recording: { bytes: limits.recording.bytes, seconds: limits.recording.seconds, chunkBytes: limits.recording.chunkBytes, accountBytes: limits.recording.accountBytes },
    retakes: limits.retakes,
  };
}
