import { BankVoices } from './bank-voices.js';
import { ProviderTranscriber } from './provider-transcriber.js';
import { ProviderVoice } from './provider-voice.js';
import { QuestionVoices } from './question-voices.js';
import { SpeechOffers } from './speech-offers.js';
import { SpokenTextRepository } from './spoken-text.repository.js';
import { Transcribers } from './transcribers.js';
import { Transcripts } from './transcripts.js';
import { TranscriptsController } from './transcripts.controller.js';
import { Voices } from './voices.js';
import { VoicesController } from './voices.controller.js';
import { Whisper } from './whisper.js';

/** What listens and speaks, for the wiring of the module. */
export const speechControllers = [TranscriptsController, VoicesController];
export const speechProviders = [BankVoices, ProviderTranscriber, ProviderVoice, QuestionVoices, SpeechOffers, SpokenTextRepository, Transcribers, Transcripts, Voices, Whisper];
