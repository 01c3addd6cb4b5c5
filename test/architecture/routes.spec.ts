import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { For, Public } from '../../src/platform/http/index.js';
import { RouteList } from '../../src/platform/http/route-list.js';
import { accessPage, routesIn } from '../medium/access/expected.js';
import { World } from '../support/world.js';

@Controller('open')
class ForgottenController {
  @Get()
  show(): string {
    return 'anyone';
  }
}

@Controller('both')
class UndecidedController {
  @Get()
  @Public()
  @For('operator')
  show(): string {
    return 'who?';
  }
}

const bootWith = async (controller: new () => object): Promise<void> => {
  @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [RouteList] })
  class Planted {}
  const app = (await Test.createTestingModule({ imports: [Planted] }).compile()).createNestApplication(new FastifyAdapter());
  await app.init();
};

describe('routes', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  it('are open to exactly those who are written here', () => {
    expect(world.app.get(RouteList).lines()).toMatchSnapshot();
  });

  it('are described in docs/access.md as they are', () => {
    const file = join(import.meta.dirname, '../../docs/access.md');
    const page = accessPage(routesIn(world.app.get(RouteList).lines()));
    if (process.env.WRITE_DOCS) writeFileSync(file, page);
    expect(readFileSync(file, 'utf8')).toBe(page);
  });

  it.each([['without', ForgottenController], ['with two', UndecidedController]])('stop the boot when one is %s access rules', async (_what, controller) => {
    await expect(bootWith(controller)).rejects.toThrow(/exactly one of/);
  });

  /** Every route that is not open to anyone: as listed, who may call it, and a method and an address to call. */
  const closed = () => world.app.get(RouteList).lines().flatMap((line) => {
    const [, method = '', path = '', access = ''] = /^(\w+) (\S+) → (.+)$/.exec(line) ?? [];
    if (access === 'public' || access.startsWith('token:')) return [];
    const address = path.replace(':position', '1').replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000');
    return [{ line, access, method, address }];
  });

  it('answer 401 to a stranger wherever they are not public', async () => {
    for (const { line, method, address } of closed()) {
      expect([line, (await world.visitor().send(method, address)).status]).toEqual([line, 401]);
    }
  });

  it.each([['operator', 'candidate'], ['candidate', 'operator'], ['recruiter', 'candidate']])('for a %s answer 403 to somebody who is only a %s', async (wanted, held) => {
    const email = `only-${held}-no-${wanted}@example.com`;
    const visitor = await world.candidate(email);
    await world.database.query('update accounts.account set roles = $2 where id = (select id from auth."user" where email = $1)', [email, [held]]);
    expect((await visitor.get('/api/session')).body).toMatchObject({ account: { roles: [held] } });
    const routes = closed().filter(({ access }) => access === `for:${wanted}`);
    expect(routes.length).toBeGreaterThan(0);
    for (const { line, method, address } of routes) expect([line, (await visitor.send(method, address)).status]).toEqual([line, 403]);
  });

  it('answer with the same 404 for every id that is nowhere, to whoever may call them', async () => {
    const { visitor, accountId } = await world.recruiter();
    await world.database.query(`update accounts.account set roles = array['candidate', 'recruiter', 'operator'] where id = $1`, [accountId]);
    await world.database.query(`insert into accounts.second_factor (account_id, sealed_secret, confirmed_at) values ($1, 'sealed', clock.now())`, [accountId]);
    const routes = closed().filter(({ line, method }) => /:(id|\w+Id)\b/.test(line) && (method === 'GET' || method === 'DELETE'));
    expect(routes.length).toBeGreaterThan(10);
    const answers = await Promise.all(routes.map(async ({ line, method, address }) => {
      const { status, text } = await visitor.send(method, address);
      return `${line}: ${status} ${text}`;
    }));
    const { text } = await visitor.get('/api/interviews/malformed');
    expect(answers).toEqual(routes.map(({ line }) => `${line}: 404 ${text}`));
  });
});
