/** How a question is answered: typed, spoken, or spoken with a picture. */
export const answerKinds = ['text', 'audio', 'video'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** Who wrote an answer down: the candidate, their own device that listened, or it and then they. */
export const transcribers = ['candidate', 'device', 'device_edited'] as const;
export type Transcriber = (typeof transcribers)[number];
