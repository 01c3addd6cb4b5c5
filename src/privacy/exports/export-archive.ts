import { createHash } from 'node:crypto';
import { pipeline, Readable, Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of the archive, as its manifest names it. */
export interface ArchivedFile {
  readonly path: string;
  /** What it is, in a few words. */
  readonly about: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A ZIP that is written while it is read: never more than a piece of one file is in memory. */
export class ExportArchive {
  readonly files: ArchivedFile[] = [];
  private readonly zip = new ZipFile();
  private writing: Transform | null = null;
  private failure: Error | null = null;

  constructor(private readonly madeAt: Date) {
    this.zip.on('error', (error: Error) => this.fail(error));
    // Whoever reads hears of a fault by reading; when nobody does any more, it would end the process without a listener.
    this.stream.on('error', () => undefined);
  }

  /** The bytes of the ZIP, as they come. */
  get stream(): Readable {
    return this.zip.outputStream as Readable;
  }

  /** Writes one file, and comes back once its last byte has been read. */
  async add(path: string, about: string, body: Readable | string): Promise<void> {
    if (this.failure) throw this.failure;
    const hash = createHash('sha256');
    let bytes = 0;
    const measured = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    this.writing = measured;
    this.zip.addReadStream(measured, path, { mtime: this.madeAt });
    pipeline(typeof body === 'string' ? Readable.from([Buffer.from(body)]) : body, measured, () => undefined);
    await finished(measured);
    this.files.push({ path, about, bytes, sha256: hash.digest('hex') });
  }

  /** Nothing follows. */
  end(): void {
    this.zip.end();
  }

  /** Gives up: whoever reads, and whoever adds, is told why. */
  fail(error: Error): void {
    this.failure ??= error;
    this.writing?.destroy(error);
    this.stream.destroy(error);
  }
}
