/** Soft speech stands at about -45 dBFS, and what is louder than -6 is too near to the microphone. */
const QUIETEST_DB = -60;
const LOUDEST_DB = -6;

/** How loud a stream is now. Measured here and nowhere else: no sound leaves the browser by it. */
export class SoundMeter {
  private readonly context = new AudioContext();
  private readonly analyser: AnalyserNode;
  private readonly samples: Float32Array<ArrayBuffer>;

  constructor(stream: MediaStream) {
    this.analyser = new AnalyserNode(this.context, { fftSize: 2048 });
    this.samples = new Float32Array(this.analyser.fftSize);
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    // Begins suspended where the page has not been touched yet.
    if (this.context.state === 'suspended') void this.context.resume();
  }

  /** The mean of the last 40 ms in dBFS; minus infinity in digital silence. */
  decibels(): number {
    this.analyser.getFloatTimeDomainData(this.samples);
    const power = this.samples.reduce((sum, sample) => sum + sample * sample, 0) / this.samples.length;
    return 10 * Math.log10(power);
  }

  level(): number {
    return levelOf(this.decibels());
  }

  close(): void {
    if (this.context.state !== 'closed') void this.context.close();
  }
}

/** 0 for a quiet room to 1 for a voice too near to the microphone. */
const levelOf = (db: number): number => Math.min(1, Math.max(0, (db - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)));
