import { Controller, Get } from '@nestjs/common';
import { Cookies } from '../accounts/index.js';
import { AiProviders } from '../platform/ai/index.js';
import { Config } from '../platform/config/index.js';
import { Public, View } from '../platform/http/index.js';
import { Policy, retentionClasses } from '../platform/policy/index.js';
import { configuredServices } from './configured-services.js';
import { policyView, type PolicyView } from './public.dto.js';

/** The policy as anyone may read it: the very values that the jobs and gates run on. */
@Controller('api/policy')
export class PublishedPolicyController {
  constructor(
    private readonly policy: Policy,
    private readonly config: Config,
    private readonly cookies: Cookies,
    private readonly ai: AiProviders,
  ) {}

  @Get()
  @Public()
  @View(policyView)
  publishedPolicy(): PolicyView {
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
      cookies: this.cookies.declared(),
      ages,
      retention: retentionClasses.map((id) => ({ id, says: retention[id].says, keep: this.policy.keeps(id), from: retention[id].from })),
      limits: {
        resumeBytes: limits.resume.bytes,
        resumePages: limits.resume.pages,
        answerCharacters: limits.answer.characters,
        minQuestions: limits.interview.minQuestions,
        maxQuestions: limits.interview.maxQuestions,
        recording: { bytes: limits.recording.bytes, seconds: limits.recording.seconds, chunkBytes: limits.recording.chunkBytes, accountBytes: limits.recording.accountBytes },
        retakes: limits.retakes,
      },
      certificateAbove: certificate.scoreAbove,
      pins,
      ai: this.ai.outside(),
      processors: processors.map((processor) => ({ ...processor, inUse: this.ai.outside().some(({ id }) => id === processor.id) })),
      services: configuredServices(this.config),
      signIn: {
        providers: this.config.signInProviders.map(({ id, name: called }) => ({ id, name: called })),
        linkMinutes: Math.floor(links.signIn.seconds / 60),
        freshMinutes: Math.floor(sessions.freshFor.seconds / 60),
      },
      inboxPath: this.config.hasBuiltInInbox ? '/inbox' : null,
    };
  }
}
