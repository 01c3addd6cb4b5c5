import { useEffect, useRef, useState } from 'react';
import { chooseContainer } from './container.js';
import { DeviceFault, deviceOf } from './device-fault.js';
import { type Heard, joinPhrases } from './phrases.js';
import { recognise, spokenLanguage } from './recognition.js';
import { type TakeKind } from './take-kind.js';
import { type Recorded, TakeRecorder } from './take-recorder.js';

/** Whether this is the first take of a question, one in the place of another, or a further part of one that was cut off. */
export type Beginning = 'first' | 'again' | 'go_on';

/** What the page around says when a recording begins: which part of a take it is, and where its pieces go. */
export interface BegunPart {
  part: number;
  onChunk: (seq: number, bytes: Blob) => void;
}

export interface Taping {
  recorder: TakeRecorder | null;
  beginning: boolean;
  /** It is over, and this device is still writing down what was said. */
  writing: boolean;
  /** It did not begin. */
  error: unknown;
  /** How long it may be; nothing begins where no time is left. */
  secondsFor: (how: Beginning) => number;
  begin: (how: Beginning) => void;
  stop: () => void;
}

interface Settings {
  kind: TakeKind;
  stream: MediaStream | null;
  /** The longest an answer may be, all its parts together; one that is lengthened while it records is longer at once. */
  maxSeconds: number;
  /** How much of that is recorded already. */
  spentSeconds: number;
  /** May reject: then nothing is recorded, and the error is given back to be shown. */
  onBegin: (how: Beginning, contentType: string) => Promise<BegunPart>;
  /** What was begun did not start: the device went away that moment. */
  onNotStarted: (() => void) | undefined;
  onRecorded: (recorded: Recorded, how: Beginning) => void;
  onHeard: ((heard: Heard, part: number) => void) | undefined;
}

/** One recording at a time; leaving the page ends it, and what was recorded is handed over all the same. */
export function useTaping(settings: Settings): Taping {
  const { maxSeconds } = settings;
  const [recorder, setRecorder] = useState<TakeRecorder | null>(null);
  const [spent, setSpent] = useState(0);
  const [beginning, setBeginning] = useState(false);
  const [writing, setWriting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<TakeRecorder | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => { gone.current = true; void running.current?.stop(); };
  }, []);
  useEffect(() => recorder?.lengthen(maxSeconds - spent), [recorder, maxSeconds, spent]);
  const record = async (how: Beginning): Promise<void> => {
    const { part, tape, listening } = await start(settings, how, () => gone.current);
    if (!tape) return;
    running.current = tape;
    setSpent(maxSeconds - tape.maxSeconds);
    setRecorder(tape);
    setBeginning(false);
    const recorded = await tape.finished;
    running.current = null;
    setRecorder(null);
    settings.onRecorded(recorded, how);
    const ear = await listening;
    if (!ear) return;
    setWriting(true);
    const heard = joinPhrases(await ear.stop());
    setWriting(false);
    if (heard.text !== '') settings.onHeard?.(heard, part);
  };
  const begin = (how: Beginning): void => {
    setError(null);
    setBeginning(true);
    void record(how).catch((thrown: unknown) => { setBeginning(false); setError(thrown); });
  };
  return { recorder, beginning, writing, error, secondsFor: (how) => secondsFor(settings, how), begin, stop: () => void recorder?.stop() };
}

/** What is left of the time for an answer. */
const secondsFor = ({ maxSeconds, spentSeconds }: Settings, how: Beginning): number => (how === 'go_on' ? Math.max(0, Math.floor(maxSeconds - spentSeconds)) : maxSeconds);

/** Starts a recorder, once the page around has said where its pieces go; none when the page was left meanwhile. */
async function start(settings: Settings, how: Beginning, isGone: () => boolean) {
  const { kind, stream, onBegin, onNotStarted, onHeard } = settings;
  const container = chooseContainer(kind);
  if (!container || !stream) throw new DeviceFault('unsupported', deviceOf(kind));
  const { part, onChunk } = await onBegin(how, container.contentType);
  if (isGone()) return { part, tape: null, listening: null };
  try {
    const tape = new TakeRecorder(stream, { kind, ...container, maxSeconds: secondsFor(settings, how), part, onChunk });
    tape.start();
    return { part, tape, listening: onHeard ? recognise(stream, spokenLanguage()).catch(deaf) : null };
  } catch (error) {
    onNotStarted?.();
    throw error;
  }
}

function deaf(error: unknown): null {
  console.warn('This browser did not listen after all.', error);
  return null;
}
