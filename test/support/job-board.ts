import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

/** A page with an advertisement, as it stands out there; remembers what it was asked for. */
export class JobBoard {
  readonly asked: string[] = [];
  private readonly server: Server;

  private constructor(page: string) {
    this.server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    });
  }

  static async open(page: string): Promise<JobBoard> {
    const board = new JobBoard(page);
    await new Promise<void>((resolve) => { board.server.listen(0, '127.0.0.1', resolve); });
    return board;
  }

  /** As the setting `PAGES_INSIDE` takes it. */
  get host(): string {
    return `localhost:${(this.server.address() as AddressInfo).port}`;
  }

  get address(): string {
    return `http://${this.host}/jobs/17`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }
}
