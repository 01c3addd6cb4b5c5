/** What matters of a voice of this browser. */
export interface AVoice {
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

/**
 * A voice of this device in the language, closest to the one asked for; null where there is none. Voices of a service are
 * left out: they would send the text away, and a question may quote what you said.
 */
export function chooseVoice<V extends AVoice>(voices: readonly V[], lang: string): V | null {
  const speaks = (voice: V): number => {
    const spoken = voice.lang.replace('_', '-').toLowerCase();
    if (spoken === lang.toLowerCase()) return 2;
    return languageOf(spoken) === languageOf(lang) ? 1 : 0;
  };
  const fitting = voices.filter((voice) => voice.localService && speaks(voice) > 0);
  return [...fitting].sort((one, other) => speaks(other) - speaks(one) || Number(other.default) - Number(one.default))[0] ?? null;
}

/** Said one by one: some browsers go silent in the middle of a long text. */
export const sentencesOf = (text: string): string[] => (text.match(/[^.!?\n]+[.!?]*/g) ?? []).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');

const languageOf = (lang: string): string => (lang.split('-')[0] ?? '').toLowerCase();
