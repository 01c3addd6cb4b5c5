import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { chooseVoice, sentencesOf } from './voice-choice.js';

export interface Voice {
  /** Whether anybody can speak; known a moment after the page has opened. */
  available: boolean;
  speaking: boolean;
  say: (text: string) => void;
  stop: () => void;
}

/** What is being said, so that what was broken off neither goes on nor ends what came after it. */
interface Mouth {
  turn: number;
  audio: HTMLAudioElement | null;
}

/**
 * The voice that is to be heard at `source`, if there is one, else the one of this device; the device also steps in where the
 * other cannot be played. Undefined: it is not known yet. It falls silent when the page is left.
 */
export function useVoice(source: string | null | undefined, lang = 'en-GB'): Voice {
  const uri = useSyncExternalStore(listen, () => voiceOf(lang)?.voiceURI ?? null);
  const [speaking, setSpeaking] = useState(false);
  const mouth = useRef<Mouth>({ turn: 0, audio: null });
  useEffect(() => () => hush(mouth.current), []);
  const stop = (): void => {
    hush(mouth.current);
    setSpeaking(false);
  };
  const say = (text: string): void => {
    stop();
    const { turn } = mouth.current;
    const isNow = (): boolean => mouth.current.turn === turn;
    const over = (): void => { if (isNow()) setSpeaking(false); };
    const byDevice = (): void => { if (isNow()) setSpeaking(sayByDevice(text, voiceOf(lang), over)); };
    setSpeaking(true);
    if (typeof source === 'string') mouth.current.audio = play(source, over, byDevice);
    else byDevice();
  };
  return { available: source !== undefined && (source !== null || uri !== null), speaking, say, stop };
}

function play(source: string, over: () => void, failed: () => void): HTMLAudioElement {
  const audio = new Audio(source);
  let gone = false;
  // A player that cannot play says so in two ways.
  const fail = (): void => {
    if (!gone) failed();
    gone = true;
  };
  audio.addEventListener('ended', over);
  audio.addEventListener('error', fail);
  audio.play().catch(fail);
  return audio;
}

/** False when there is nothing to say, or nobody to say it. */
function sayByDevice(text: string, voice: SpeechSynthesisVoice | null, over: () => void): boolean {
  const sentences = sentencesOf(text);
  if (!voice || sentences.length === 0) return false;
  for (const [index, sentence] of sentences.entries()) {
    const utterance = Object.assign(new SpeechSynthesisUtterance(sentence), { voice, lang: voice.lang });
    utterance.addEventListener('error', over);
    if (index === sentences.length - 1) utterance.addEventListener('end', over);
    speechSynthesis.speak(utterance);
  }
  return true;
}

function hush(mouth: Mouth): void {
  mouth.turn += 1;
  mouth.audio?.pause();
  mouth.audio = null;
  if (canSpeak()) speechSynthesis.cancel();
}

const canSpeak = (): boolean => 'speechSynthesis' in window;
const voiceOf = (lang: string): SpeechSynthesisVoice | null => (canSpeak() ? chooseVoice(speechSynthesis.getVoices(), lang) : null);

/** Voices come in after the page. */
function listen(changed: () => void): () => void {
  if (!canSpeak()) return () => undefined;
  speechSynthesis.addEventListener('voiceschanged', changed);
  return () => speechSynthesis.removeEventListener('voiceschanged', changed);
}
