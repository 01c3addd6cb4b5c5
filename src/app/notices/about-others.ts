import { type Block, type Part } from './notices.dto.js';
import { type NoticeFacts } from './notice-facts.js';
import { facts, heading, inOneBreath, link, list, now, paragraph, prose } from './prose.js';

type Processor = NoticeFacts['policy']['processors'][number];

const WORK = {
  evaluator: 'judges answers', question_writer: 'words questions', transcriber: 'writes down what is said', voice: 'reads questions aloud', realtime: 'talks with candidates',
} as const;

const KINDS = [
  ['ai', 'AI providers'], ['gateway', 'Payments'], ['signIn', 'Signing in'], ['mail', 'Mail'], ['storage', 'Files'], ['hosting', 'The machines this runs on'],
] as const satisfies readonly (readonly [Processor['kind'], string])[];

const OWN = { hosting: 'what is stored lies in a database of our own', mail: 'mails leave through a server of our own', storage: 'files are kept on a server of our own', signIn: 'people can sign in through a server of our own' } as const;

/** In short who else has something to do with people's data. */
export function given({ policy: { processors }, now: { inUse } }: NoticeFacts): Part {
  const used = processors.filter(({ id }) => inUse.has(id)).map(({ name }) => name);
  return {
    id: 'given', title: 'Who else is given your data',
    blocks: [
      paragraph(prose`Recruiters see of you what you choose, and only while you allow it. Beside them there are companies that do a piece of work for us. An agreement binds each of them to do that and nothing else; a few, such as those who take a payment or sign you in, answer for their part to you themselves. The page ${link('Who else is given data', '/legal/processors')} says of each what it is given, where it works, by what it is bound, and what protects data that leaves our part of the world.`),
      ...(processors.length === 0 ? [paragraph(prose`None is declared: nobody outside this place works on your data.`)] : [list(processors.map(({ name, purpose, region }) => prose`${name} (${region}): ${purpose}.`))]),
      now(used.length === 0 ? prose`At this moment none of them is set up here, and none is given anything.` : prose`At this moment these are set up here: ${inOneBreath(used)}. The others are given nothing.`),
    ],
  };
}

/** When authorities are given anything. */
export function authorities(): Part {
  return {
    id: 'authorities', title: 'Authorities',
    blocks: [
      paragraph(prose`We give data to an authority or a court only when the law makes us, or when it is needed to protect somebody’s rights, property or safety. Whoever does it here writes down who asked, on what ground, why, and what was given; without a reason it cannot be done. You find it in your ${link('privacy centre', '/privacy')}, unless the law forbids us to tell you, and then as soon as it no longer does.`),
    ],
  };
}

export function notSold(): Part {
  return {
    id: 'sale', title: 'Your data is not sold',
    blocks: [paragraph(prose`We do not sell your data, and share it for nobody’s advertising. If your browser sends the Global Privacy Control signal, that counts. ${link('Do not sell or share my data', '/do-not-sell')}`)],
  };
}

/** Who takes money, in which currency. */
export function payments({ policy: { sold, processors, ages } }: NoticeFacts): Part {
  const nameOf = (gateway: string): string => processors.find(({ id }) => id === gateway)?.name ?? gateway;
  const gateways = [...new Set(Object.values(sold.gateways))];
  const inWords = (gateway: string): string => {
    const currencies = Object.entries(sold.gateways).filter(([, by]) => by === gateway).map(([currency]) => (currency === 'others' ? 'every other currency' : currency));
    return currencies.length === 1 && currencies[0] === 'every other currency' && gateways.length === 1 ? 'every currency' : inOneBreath(currencies);
  };
  return {
    id: 'payments', title: 'Paying',
    blocks: [
      ...(gateways.length === 0
        ? [paragraph(prose`Nothing is sold here.`)]
        : [paragraph(prose`Payments are taken by companies whose work that is, on pages of their own. What you type there, such as a card, never comes here. You need to be ${ages.adult} or older to buy something.`), facts(gateways.map((gateway) => [nameOf(gateway), [`Takes ${inWords(gateway)}`]]))]),
    ],
  };
}

/** The ways to sign in. */
export function signingIn({ policy: { signIn: { ways }, links, processors }, now: { signIn } }: NoticeFacts): Part {
  const said = {
    password: prose`With a password of your own.`,
    link: prose`With a link we mail you, which works once and for ${links.signIn.toString()}.`,
    google: prose`With ${processors.find(({ id }) => id === 'google')?.name ?? 'Google'}.`,
    linkedin: prose`With ${processors.find(({ id }) => id === 'linkedin')?.name ?? 'LinkedIn'}.`,
    oidc: prose`With the sign-in of an organisation.`,
  } as const;
  const outside = ways.some((way) => way !== 'password' && way !== 'link');
  const offered = signIn.filter(({ id }) => ways.some((way) => way === id)).map(({ name }) => name);
  return {
    id: 'sign-in', title: 'Signing in',
    blocks: [
      paragraph(prose`These are the ways into your account:`),
      list(ways.map((way) => said[way])),
      ...(outside ? [paragraph(prose`When you sign in through somebody else, they tell us your name and your e-mail address and learn that you sign in here. We tell them nothing of what you do here.`)] : []),
      ...(outside ? [now(offered.length === 0 ? prose`At this moment none of the ways through somebody else is set up here.` : prose`Of the ways through somebody else ${offered.length === 1 ? 'this one is' : 'these are'} set up at this moment: ${inOneBreath(offered)}.`)] : []),
    ],
  };
}

/** What AI may do in a place where people are hired. */
export function ai({ policy: { processors, certificate, limits }, now: { ai: asked } }: NoticeFacts): Part {
  const declared = processors.filter(({ kind }) => kind === 'ai').map(({ name }) => name);
  const working = asked.map(({ id }) => processors.find((one) => one.id === id)?.name ?? id);
  return {
    id: 'ai', title: 'Where AI has a say',
    blocks: [
      paragraph(declared.length === 0
        ? prose`No AI provider is asked anything here. Answers are judged by rules that are part of this place, which you can read.`
        : prose`Answers are judged by rules that are part of this place, which you can read, or, if you allow one by name, by an AI: ${inOneBreath(declared)} are declared for that. An AI may also word questions, write down what you say, or read questions aloud. Every request asks it to keep nothing, wherever it has a setting for that, and nothing of yours is given to train it.`),
      ...(declared.length === 0 ? [] : [now(working.length === 0 ? prose`At this moment no AI is set up here.` : prose`At this moment ${inOneBreath(working)} ${working.length === 1 ? 'is' : 'are'} set up here.`)]),
      list([
        prose`Before an interview that an organisation invites you to, you read whether AI is used, what it looks at and how long results are kept. You can have people do it instead, and are no worse off for it.`,
        prose`Nobody is turned down by a score. A person decides, writes down why, and you can ask for another look, which is answered within ${limits.appeal.days} days.`,
        prose`What you read in a report, mark by mark and why, is what was stored when you were judged. Where two AI evaluations stand on two sides of ${certificate.scoreAbove}, a person decides within ${limits.review.days} days.`,
        prose`Nothing here reads feelings, faces or voices for what they might say of you, and nobody is searched for by where they live exactly.`,
        prose`Whether groups of people are treated alike is checked by counts alone, from answers that are voluntary, kept apart, and seen by no model and no recruiter.`,
      ]),
      paragraph(prose`How scores come about stands on the page ${link('How scoring works', '/about/scoring')}.`),
    ],
  };
}

/** Each processor with all that is declared of it, and whether it is connected to. */
export function processorParts({ policy: { processors }, now: { inUse, ai: asked, own } }: NoticeFacts): Part[] {
  const rolesOf = (processor: string): readonly (keyof typeof WORK)[] => asked.find(({ id }) => id === processor)?.roles ?? [];
  const standing = ({ id }: Processor): Block => {
    if (!inUse.has(id)) return now(prose`Not in use here: it is given nothing.`);
    const roles = rolesOf(id);
    return now(roles.length === 0 ? prose`In use here.` : prose`In use here: it ${inOneBreath(roles.map((role) => WORK[role]))}.`);
  };
  const kinds = KINDS.filter(([kind]) => processors.some((one) => one.kind === kind));
  return [
    ...kinds.map(([kind, title]) => ({ id: `of-${kind.toLowerCase()}`, title, blocks: processors.filter((one) => one.kind === kind).flatMap((one) => [heading(one.name), standing(one), declaredOf(one)]) })),
    {
      id: 'own', title: 'What stays with us',
      blocks: [
        paragraph(prose`What is not named on this page we do ourselves, and nobody outside is given anything for it.`),
        ...(own.length === 0 ? [] : [now(prose`At this moment ${inOneBreath(new Set(own.map(({ kind }) => OWN[kind])))}.`)]),
      ],
    },
  ];
}

const declaredOf = ({ name, purpose, data, region, agreement, transfer, policyUrl }: Processor): Block => facts([
  ['What for', [purpose]],
  ['What it is given', [data]],
  ['Where', [region]],
  ['What binds it', agreement.url === undefined ? [agreement.says] : [link(agreement.says, agreement.url)]],
  ['When data leaves our part of the world', [transfer]],
  ['What it says itself', [link(`Privacy policy of ${name}`, policyUrl)]],
]);
