// A process of its own: a model that listens takes a processor for seconds, and the web server must go on answering.
import { createRequire } from 'node:module';

interface Files {
  readonly library: string;
  readonly folder: string;
  readonly model: string;
  readonly numbers: string;
}

interface Transcript {
  readonly text: string;
  readonly chunks?: readonly { readonly text: string; readonly timestamp: readonly [number, number | null] }[];
}

type Listen = (samples: Float32Array, how: object) => Promise<Transcript>;

interface Library {
  readonly env: Record<string, unknown>;
  readonly pipeline: (task: 'automatic-speech-recognition', model: string, how: object) => Promise<Listen>;
}

const { library, folder, model, numbers } = JSON.parse(process.argv[2] ?? '') as Files;
const { env, pipeline } = createRequire(import.meta.url)(library) as Library;
// Nothing is fetched and nothing is written: what is not in the folder is not there.
Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, localModelPath: folder, useFSCache: false, useBrowserCache: false });

// Models for English alone refuse to be told that it is English; and only some know when each single word was said.
const language = model.endsWith('.en') ? {} : { language: 'en', task: 'transcribe' };
const how = { chunk_length_s: 30, stride_length_s: 5, return_timestamps: model.includes('timestamped') ? 'word' : true, ...language };

let loading: Promise<Listen> | undefined;

process.on('message', ({ samples }: { samples: Float32Array }) => {
  loading ??= pipeline('automatic-speech-recognition', model, { dtype: numbers, device: 'cpu' });
  loading.then((listen) => listen(samples, how)).then(
    ({ text, chunks = [] }) => process.send?.({ text, said: chunks.map(({ text: stretch, timestamp: [startSecond, endSecond] }) => ({ text: stretch, startSecond, endSecond: endSecond ?? startSecond })) }),
    (error: unknown) => process.send?.({ fault: error instanceof Error ? error.name : 'unknown' }),
  );
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());
