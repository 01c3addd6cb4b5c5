import { Turnstile } from './turnstile.js';

const refuse = (): Error => new Error('full');

describe('the turnstile', () => {
  it('lets two in, has two wait their turn, and turns the fifth away at once', async () => {
    const turnstile = new Turnstile({ inside: 2, waiting: 2, milliseconds: 5000 });
    const ends: (() => void)[] = [];
    const order: number[] = [];
    const pass = (who: number): Promise<void> =>
      turnstile.pass(() => { order.push(who); return new Promise<void>((end) => ends.push(end)); }, refuse);
    const others = [1, 2, 3, 4].map(pass);
    await expect(pass(5)).rejects.toThrow('full');
    expect(order).toEqual([1, 2]);
    for (let finished = 0; finished < 4; finished += 1) {
      ends[finished]!();
      await others[finished];
    }
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('turns away whoever has waited too long, and keeps their place for nobody', async () => {
    const turnstile = new Turnstile({ inside: 1, waiting: 5, milliseconds: 20 });
    let end = (): void => undefined;
    const first = turnstile.pass(() => new Promise<void>((done) => { end = done; }), refuse);
    await expect(turnstile.pass(() => Promise.resolve('second'), refuse)).rejects.toThrow('full');
    end();
    await first;
    await expect(turnstile.pass(() => Promise.resolve('third'), refuse)).resolves.toBe('third');
  });

  it('makes room again when the work fails', async () => {
    const turnstile = new Turnstile({ inside: 1, waiting: 0, milliseconds: 20 });
    await expect(turnstile.pass(() => Promise.reject(new Error('broken')), refuse)).rejects.toThrow('broken');
    await expect(turnstile.pass(() => Promise.resolve('next'), refuse)).resolves.toBe('next');
  });
});
