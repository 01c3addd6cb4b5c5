// Fetches what is needed to write down on this machine what is said: the library that runs a Whisper model, and the files of
// one, both into a folder beside the product. `npm run whisper:fetch -- <folder> [model]`; then start with MODELS_DIR=<folder>.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const LIBRARY = '@huggingface/transformers';
const VERSION = '4.3.1';
const [, , folder, model = 'onnx-community/whisper-base_timestamped'] = process.argv;

if (folder === undefined || folder.startsWith('-')) {
  console.error('Say where the files shall lie: npm run whisper:fetch -- <folder> [model]');
  process.exit(1);
}

const where = resolve(folder);
mkdirSync(where, { recursive: true });
console.log(`Installing ${LIBRARY} ${VERSION} in ${where} (some hundred megabytes).`);
execFileSync('npm', ['install', '--prefix', where, '--no-audit', '--no-fund', '--loglevel=error', '--save-exact', `${LIBRARY}@${VERSION}`], { stdio: 'inherit' });
const { env, pipeline } = createRequire(join(where, 'index.js'))(LIBRARY);
// What it keeps of a download lies just where it looks for models of its own.
Object.assign(env, { allowLocalModels: false, useFSCache: true, cacheDir: where });
console.log(`Fetching the model ${model} from huggingface.co.`);
await (await pipeline('automatic-speech-recognition', model, { dtype: 'q8', device: 'cpu' })).dispose();
console.log(`Done. Start Viva Voce with MODELS_DIR=${where}${process.argv[3] === undefined ? '' : ` AI_TRANSCRIBER=whisper:${model}`}`);
