import { Controller, Get, Inject } from '@nestjs/common';
import { AiModel } from '../platform/ai/index.js';
import { Config } from '../platform/config/index.js';
import { Public, View } from '../platform/http/index.js';
import { Policy, retentionClasses } from '../platform/policy/index.js';
import { policyView, type PolicyView } from './public.dto.js';

/** The policy as anyone may read it: the very values that the jobs and gates run on. */
@Controller('api/policy')
export class PublishedPolicyController {
  constructor(
    private readonly policy: Policy,
    private readonly config: Config,
    @Inject(AiModel) private readonly ai: AiModel | null,
  ) {}

  @Get()
  @Public()
  @View(policyView)
  publishedPolicy(): PolicyView {
    const { name, version, operator, ages, retention, limits, certificate, links, pins, processors, sessions } = this.policy.values;
    return {
      name,
      version,
      operator,
      ages,
      retention: retentionClasses.map((id) => ({ id, says: retention[id].says, keep: this.policy.keeps(id), from: retention[id].from })),
      limits: {
        resumeBytes: limits.resume.bytes,
        resumePages: limits.resume.pages,
        answerCharacters: limits.answer.characters,
        minQuestions: limits.interview.minQuestions,
        maxQuestions: limits.interview.maxQuestions,
      },
      certificateAbove: certificate.scoreAbove,
      pins,
      aiProvider: this.ai?.providerName ?? null,
      processors: processors.map((processor) => ({ ...processor, inUse: processor.id === this.config.ai?.provider })),
      signIn: {
        providers: this.config.signInProviders.map(({ id, name: called }) => ({ id, name: called })),
        linkMinutes: Math.floor(links.signIn.seconds / 60),
        freshMinutes: Math.floor(sessions.freshFor.seconds / 60),
      },
      inboxPath: this.config.hasBuiltInInbox ? '/inbox' : null,
    };
  }
}
