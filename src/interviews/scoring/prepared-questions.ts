import { type QuestionBank } from '../bank/question-bank.js';
import { type Question } from '../bank/question.js';
import { borrowedSamples, type Calibration, calibrate, type Samples, samplesOf } from './calibration.js';
import { profileOf, type QuestionProfile, type Telling } from './question-profile.js';
import { Readability } from './readable.js';
import { type Recital, recitalOf } from './recitation.js';
import { type Wording, wordingOfModels, wordingOfPoints } from './said-back.js';
import { isTool } from './specificity.js';
import { FUNCTION_WORDS, PALE_WORDS } from './words/function-words.js';
import { neutral, type Neutral } from './words/neutral.js';
import { contentHeads, wordsOf } from './words/sentences.js';
import { headOf } from './words/word-families.js';

/** What is worked out once for each question. */
export interface Prepared {
  readonly profile: QuestionProfile;
  readonly calibration: Calibration;
  readonly recital: Recital;
  readonly points: Wording;
}

const NONE: ReadonlySet<string> = new Set();

/** How many other questions' model answers show what an answer off the point looks like. */
const STRANGERS = 6;

/** More questions of its kind than these tell the map of a kind hardly more, and cost the first answer to it its time. */
const MOST_KIN = 20;

/** Some three times those of the bank: questions of organisations come and go. */
const MOST_PLAIN_TEXTS = 50_000;

/** Everything that answers are held against. Each part is worked out when it is first asked for, and then kept. */
export class PreparedQuestions {
  readonly #bank: QuestionBank;
  readonly #asked = new WeakMap<Question, ReadonlySet<string>>();
  readonly #neutral = new WeakMap<Question, Question>();
  readonly #samples = new WeakMap<Question, Samples>();
  /** Texts of the bank by question; a question without one of its samples has the others still. */
  readonly #plainTexts = new Map<string, string>();
  readonly #prepared = new WeakMap<Question, Prepared>();
  /** Samples of a kind of question by how much its questions look for. */
  readonly #likewise = new Map<string, readonly Samples[]>();
  #known: ReadonlySet<string> | undefined;
  #telling: Telling | undefined;
  #models: Wording | undefined;
  #readability: Readability | undefined;

  constructor(bank: QuestionBank) {
    this.#bank = bank;
  }

  of(question: Question): Prepared {
    const known = this.#prepared.get(question);
    if (known !== undefined) return known;
    const others = this.#bank.questions.filter(({ id }) => id !== question.id);
    // Two or three questions make no map: a kind with few of them borrows from all.
    const sameKind = others.filter(({ kind }) => kind === question.kind);
    const kin = spread(sameKind.length >= 3 ? sameKind : others, MOST_KIN);
    const plain = this.#plain(question);
    let calibration: Calibration | undefined;
    const prepared: Prepared = {
      profile: profileOf(plain, plain.modelAnswers, this.#tells),
      calibration: (raw) => (calibration ??= isSampled(question) ? calibrate(this.#samplesOf(question), kin.map((other) => this.#samplesOf(other))) : this.#borrowed(plain, kin))(raw),
      recital: recitalOf(plain),
      points: wordingOfPoints(plain),
    };
    this.#prepared.set(question, prepared);
    return prepared;
  }

  /** Works all of it out that the bank's own questions need, in steps of some milliseconds: what is begun is gone on with when it is asked for next. */
  *inSteps(): Generator<void> {
    const known = new Set([...FUNCTION_WORDS, ...PALE_WORDS].map(headOf));
    for (const question of this.#bank.questions) {
      for (const word of commonWords(question)) known.add(headOf(word));
      yield;
    }
    this.#known ??= known;
    for (const question of this.#bank.questions) yield void this.#plain(question);
    yield void this.#tells;
    yield void this.models;
    yield void this.readability;
    for (const question of this.#bank.questions) yield void this.#samplesOf(question);
  }

  /** The text without names and pronouns, as it is measured; words of the question are no names. */
  neutral(text: string, question?: Question): Neutral {
    const asked = question === undefined ? NONE : this.#wordsOf(question);
    return neutral(text, (word) => this.#words.has(headOf(word)) || asked.has(headOf(word)) || isTool(word));
  }

  #wordsOf(question: Question): ReadonlySet<string> {
    const known = this.#asked.get(question) ?? new Set(commonWords(question).map(headOf));
    this.#asked.set(question, known);
    return known;
  }

  get models(): Wording {
    return (this.#models ??= wordingOfModels(this.#bank.questions.map((question) => this.#plain(question))));
  }

  get readability(): Readability {
    return (this.#readability ??= new Readability(this.#bank.questions.flatMap(textsOf)));
  }

  get #tells(): Telling {
    return (this.#telling ??= tellingIn(this.#bank.questions.map((question) => this.#plain(question))));
  }

  /** Heads of all words that the bank writes without a capital, or looks for. */
  get #words(): ReadonlySet<string> {
    return (this.#known ??= new Set([...FUNCTION_WORDS, ...PALE_WORDS, ...this.#bank.questions.flatMap(commonWords)].map(headOf)));
  }

  #samplesOf(question: Question): Samples {
    const known = this.#samples.get(question);
    if (known !== undefined) return known;
    const samples = samplesOf(this.#plain(question), this.#strangersTo(question), this.#tells);
    this.#samples.set(question, samples);
    return samples;
  }

  /** Its kin are looked at as it is itself: with as many points and phrases, and with model answers only where it has some. */
  #borrowed(question: Question, kin: readonly Question[]): Calibration {
    const points = question.points.length;
    const phrases = Math.round(question.points.reduce((sum, { synonyms }) => sum + synonyms.length, 0) / points);
    const hasModels = question.modelAnswers.length > 0;
    const key = `${question.kind} ${points} ${phrases} ${hasModels}`;
    const known = this.#likewise.get(key) ?? kin.map((other) => samplesOf(likewise(this.#plain(other), points, phrases), this.#strangersTo(other), this.#tells, hasModels));
    this.#likewise.set(key, known);
    return calibrate(borrowedSamples(question, this.#strangersTo(question), this.#tells, known), known);
  }

  #strangersTo({ id }: Question): string[] {
    const others = this.#bank.questions.filter((other) => other.id !== id);
    const step = Math.max(1, Math.floor(others.length / STRANGERS));
    return others.filter((_, index) => index % step === 0).slice(0, STRANGERS).flatMap((other) => this.#plain(other).modelAnswers.slice(0, 1));
  }

  /** The question with neutral samples: answers are held against them as they are themselves. */
  #plain(question: Question): Question {
    const known = this.#neutral.get(question);
    if (known !== undefined) return known;
    const { modelAnswers, weakAnswers, points, modelOutline, text } = question;
    const plain = (said: string): string => {
      const key = `${question.id}\n${said}`;
      const done = this.#plainTexts.get(key) ?? this.neutral(said, question).text;
      if (this.#plainTexts.size > MOST_PLAIN_TEXTS) this.#plainTexts.clear();
      this.#plainTexts.set(key, done);
      return done;
    };
    const made: Question = {
      ...question,
      text: plain(text),
      points: points.map((point) => ({ ...point, text: plain(point.text), synonyms: point.synonyms.map(plain) })),
      modelAnswers: modelAnswers.map(plain),
      weakAnswers: { thin: weakAnswers.thin.map(plain), offPoint: weakAnswers.offPoint.map(plain) },
      modelOutline: modelOutline.map(plain),
    };
    this.#neutral.set(question, made);
    return made;
  }
}

/** Whether somebody wrote down what answers to it are like, good and weak ones. */
function isSampled({ weakAnswers: { thin, offPoint } }: Question): boolean {
  return thin.length + offPoint.length > 0;
}

/** A question that looks for no more than so many points, and for no more than so many phrases of each. */
function likewise(question: Question, points: number, phrases: number): Question {
  return { ...question, points: question.points.slice(0, points).map((point) => ({ ...point, synonyms: point.synonyms.slice(0, phrases) })) };
}

/** At most so many of a list, evenly out of all of it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  return list.length <= most ? list : list.filter((_, index) => Math.floor((index * most) / list.length) !== Math.floor(((index - 1) * most) / list.length));
}

function textsOf({ text, points, modelAnswers, weakAnswers }: Question): string[] {
  const phrases = points.flatMap((point) => [point.text, ...point.synonyms]);
  return [text, ...phrases, ...modelAnswers, ...weakAnswers.thin, ...weakAnswers.offPoint];
}

function commonWords(question: Question): string[] {
  const lookedFor = question.points.flatMap(({ synonyms }) => synonyms.flatMap((synonym) => wordsOf(synonym).map(({ text }) => text)));
  const written = textsOf(question).flatMap((text) => wordsOf(text).filter(({ start }) => /^[\p{Ll}\p{N}]/u.test(text.slice(start))).map(({ text: word }) => word));
  return [...lookedFor, ...written];
}

/** A word that a quarter of all questions use tells a quarter as much as one that a single question uses. */
function tellingIn(questions: readonly Question[]): Telling {
  const uses = new Map<string, number>();
  for (const { text, points, modelAnswers, weakAnswers } of questions) {
    // Synonyms are lists of everything anybody may say; they would make every word look common.
    const spoken = [text, ...points.map((point) => point.text), ...modelAnswers, ...weakAnswers.thin];
    for (const head of new Set(spoken.flatMap(contentHeads))) uses.set(head, (uses.get(head) ?? 0) + 1);
  }
  return (head) => 1 - 0.75 * Math.min(1, Math.max(0, (uses.get(head) ?? 0) - 1) / Math.max(questions.length / 4, 4));
}
