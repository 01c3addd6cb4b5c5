import { encodePcm, RATE } from './pcm.js';

const WORKLET = '/microphone-worklet.js';

/** A microphone as an agent hears it: pieces of a tenth of a second, from `open` until `close`. */
export class SoundIn {
  private source: MediaStreamAudioSourceNode | null = null;
  private worklet: AudioWorkletNode | null = null;

  constructor(private readonly context: AudioContext, private readonly onPiece: (base64: string, durationMs: number) => void) {}

  async open(stream: MediaStream): Promise<void> {
    await this.context.audioWorklet.addModule(WORKLET);
    this.worklet = new AudioWorkletNode(this.context, 'microphone', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
    this.worklet.port.onmessage = ({ data }: MessageEvent<Float32Array>) => this.onPiece(encodePcm(data), (data.length / RATE) * 1000);
    this.source = this.context.createMediaStreamSource(stream);
    this.source.connect(this.worklet);
  }

  close(): void {
    if (this.worklet) this.worklet.port.onmessage = null;
    this.source?.disconnect();
  }
}
