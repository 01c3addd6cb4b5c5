import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Config } from '../platform/config/index.js';
import { Cookies } from './cookies.js';

const cookiesAt = (url: string): Cookies => new Cookies(Config.read({ SECRET: 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', DATABASE_URL: 'postgres://app@db/viva', PUBLIC_URL: url }));
const written = (act: (reply: FastifyReply) => void): string[] => {
  const lines: string[] = [];
  act({ header: (_name: string, value: string) => lines.push(value) } as unknown as FastifyReply);
  return lines;
};
const asking = (cookie?: string): FastifyRequest => ({ headers: { cookie } }) as FastifyRequest;

describe('our cookies', () => {
  it('belong to this very host over https, and no page or other site can use them', () => {
    const cookies = cookiesAt('https://viva.test');
    expect(written((reply) => cookies.set(reply, 'session', 'opaque'))).toEqual(['__Host-viva.session_token=opaque; Path=/; HttpOnly; SameSite=Lax; Secure']);
    expect(cookies.read(asking('viva.session_token=planted; __Host-viva.session_token=opaque'), 'session')).toBe('opaque');
    expect(cookies.read(asking('viva.session_token=planted'), 'session')).toBeNull();
  });

  it('end with the browser unless they are given a time, and are taken back by a time of nothing', () => {
    const cookies = cookiesAt('http://localhost:3000');
    expect(written((reply) => cookies.set(reply, 'link', 'x', 600))).toEqual(['viva.link=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=600']);
    expect(written((reply) => cookies.clear(reply, 'link'))).toEqual(['viva.link=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0']);
    expect([cookies.read(asking(), 'link'), cookies.read(asking('viva.link='), 'link'), cookies.read(asking('a=b; viva.link=x'), 'link')]).toEqual([null, null, 'x']);
  });
});
