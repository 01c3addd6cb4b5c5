import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { chooseVoice, sentencesOf } from './voice-choice.js';

export interface Voice {
  /** Whether this device can speak; known a moment after the page has opened. */
  available: boolean;
  speaking: boolean;
  say: (text: string) => void;
  stop: () => void;
}

/** The voice of this browser, of this device alone. It falls silent when the page is left. */
export function useVoice(lang = 'en-GB'): Voice {
  const uri = useSyncExternalStore(listen, () => voiceOf(lang)?.voiceURI ?? null);
  const [speaking, setSpeaking] = useState(false);
  const said = useRef(0);
  useEffect(() => () => hush(said), []);
  const stop = (): void => {
    hush(said);
    setSpeaking(false);
  };
  const say = (text: string): void => {
    stop();
    const voice = voiceOf(lang);
    const sentences = sentencesOf(text);
    if (!voice || sentences.length === 0) return;
    const now = said.current;
    // What was broken off ends too; only the end of what is said now counts.
    const over = (): void => { if (said.current === now) setSpeaking(false); };
    setSpeaking(true);
    for (const [index, sentence] of sentences.entries()) {
      const utterance = Object.assign(new SpeechSynthesisUtterance(sentence), { voice, lang: voice.lang });
      utterance.addEventListener('error', over);
      if (index === sentences.length - 1) utterance.addEventListener('end', over);
      speechSynthesis.speak(utterance);
    }
  };
  return { available: uri !== null, speaking, say, stop };
}

function hush(said: { current: number }): void {
  said.current += 1;
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
