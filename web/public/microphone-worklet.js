// Runs beside the page, where a microphone's samples pass: hands them on at 24,000 a second, a tenth of a second at a time.
const RATE = 24000;
const PIECE = RATE / 10;

class MicrophoneWorklet extends AudioWorkletProcessor {
  // How much of the next sample is gathered: each is the mean of the time it stands for, so that nothing above is folded down.
  step = RATE / sampleRate;
  gathered = 0;
  weight = 0;
  piece = new Float32Array(PIECE);
  filled = 0;

  process([channels]) {
    const samples = channels?.[0];
    if (samples) for (const sample of samples) this.take(sample);
    return true;
  }

  take(sample) {
    let left = this.step;
    while (this.weight + left >= 1) {
      const part = 1 - this.weight;
      this.put(this.gathered + sample * part);
      left -= part;
      this.gathered = 0;
      this.weight = 0;
    }
    this.gathered += sample * left;
    this.weight += left;
  }

  put(sample) {
    this.piece[this.filled] = sample;
    this.filled += 1;
    if (this.filled < PIECE) return;
    this.port.postMessage(this.piece);
    this.piece = new Float32Array(PIECE);
    this.filled = 0;
  }
}

registerProcessor('microphone', MicrophoneWorklet);
