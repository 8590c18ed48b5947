import type { ErrorCode } from '@cairn/shared-schema';
import { Scope } from '../../account/scopes.js';
import { errorsOf } from '../errors-of.js';
import type { RestRoute } from '../rest-route.js';
import { REST_ROUTES } from '../rest-routes.js';
import type { RestClient } from '../test/rest-client.js';
import { ACCOUNT_CASES } from './account-cases.js';
import { type CaseTable, type ContractCases, outcomeOf } from './contract-case.js';
import { ContractWorld } from './contract-world.js';
import { generalCases } from './general-cases.js';
import { PROGRAM_CASES } from './program-cases.js';
import { PROOF_CASES } from './proof-cases.js';

/**
 * Every operation × everything that the OpenAPI document says it can answer. The client holds each answer against the
 * document; here it is seen that each is really given.
 */
const CASES: CaseTable = { ...ACCOUNT_CASES, ...PROGRAM_CASES, ...PROOF_CASES };

const SCOPES = Object.values(Scope);

/** Errors that come of the state of the whole server: all operations meet them in one world, below. */
const OF_THE_SERVER = new Set<ErrorCode>(['INTERNAL_SERVER_ERROR', 'RATE_LIMITED', 'SERVER_BUSY']);

function casesOf({ id }: RestRoute): ContractCases {
  const cases = CASES[id];
  if (cases === undefined) throw new Error(`There are no cases for ${id}.`);
  return cases;
}

function senderOf({ access }: RestRoute, world: ContractWorld) {
  return access === 'public' ? world.anyone : world.owner;
}

/** What each route answers to the request that otherwise goes well. */
async function outcomes(
  routes: readonly RestRoute[],
  world: ContractWorld,
  sender: (route: RestRoute) => RestClient | Promise<RestClient> = (route) => senderOf(route, world),
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const route of routes)
    found[route.id] = await outcomeOf(await casesOf(route).success(await sender(route), world));
  return found;
}

/** The scope with which an API token may call a route; undefined where anyone may. */
function scopeOf({ access }: RestRoute): Scope | undefined {
  return SCOPES.find((scope) => scope === access);
}

function all(routes: readonly RestRoute[], code: ErrorCode): Record<string, string> {
  return Object.fromEntries(routes.map(({ id }) => [id, code]));
}

it('has cases for every operation, and for no error that is not declared', () => {
  expect(Object.keys(CASES).sort()).toEqual(REST_ROUTES.map(({ id }) => id).sort());
  for (const route of REST_ROUTES)
    expect(errorsOf(route)).toEqual(expect.arrayContaining(Object.keys(casesOf(route).errors)));
});

describe.each(REST_ROUTES.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  it('goes well, with an API token for no more than its scope', async () => {
    await using world = await ContractWorld.make();
    await casesOf(route).prepare?.(world);
    const scope = scopeOf(route);
    const sender = () => (scope === undefined ? world.anyone : world.script([scope]));
    expect(await outcomes([route], world, sender)).toEqual({ [route.id]: 'success' });
  });

  it('answers each of its errors', async () => {
    await using world = await ContractWorld.make();
    const { errors } = casesOf(route);
    const provoked = { ...generalCases(route, casesOf(route)), ...errors };
    const found: Partial<Record<ErrorCode, string>> = {};
    for (const [code, send] of Object.entries(provoked)) {
      if (!errorsOf(route).includes(code as ErrorCode)) continue;
      // Without a change there is only an API token that lacks the scope: see below.
      if (code === 'FORBIDDEN' && !route.changes) continue;
      found[code as ErrorCode] = await outcomeOf(await send(senderOf(route, world), world));
    }
    const declared = errorsOf(route).filter(
      (code) => !OF_THE_SERVER.has(code) && (code !== 'FORBIDDEN' || route.changes),
    );
    expect(found).toEqual(Object.fromEntries(declared.map((code) => [code, code])));
  });
});

it('answers FORBIDDEN to an API token for everything but the scope', async () => {
  await using world = await ContractWorld.make();
  const routes = REST_ROUTES.filter((route) => scopeOf(route) !== undefined);
  expect(routes).toHaveLength(REST_ROUTES.filter(({ access }) => access !== 'public').length);
  const found = await outcomes(routes, world, (route) =>
    world.script(SCOPES.filter((scope) => scope !== scopeOf(route))),
  );
  expect(found).toEqual(all(routes, 'FORBIDDEN'));
});

it('answers INTERNAL_SERVER_ERROR without a word of what is wrong', async () => {
  await using world = await ContractWorld.make();
  await world.prove();
  await world.loseTables();
  // The template stands in no table.
  const routes = REST_ROUTES.filter(({ id }) => id !== 'downloadTemplate');
  expect(await outcomes(routes, world)).toEqual(all(routes, 'INTERNAL_SERVER_ERROR'));
});

it('answers RATE_LIMITED in every operation', async () => {
  await using world = await ContractWorld.make({ server: { requestsPerMinute: 5 } });
  for (let n = 0; n < 5; n += 1) await world.anyone.raw('GET', '/program/template');
  expect(await outcomes(REST_ROUTES, world)).toEqual(all(REST_ROUTES, 'RATE_LIMITED'));
});

it('answers SERVER_BUSY to uploads while the prover has no room', async () => {
  await using world = await ContractWorld.make();
  await using _ = world.fillProver();
  const routes = REST_ROUTES.filter((route) => errorsOf(route).includes('SERVER_BUSY'));
  expect(await outcomes(routes, world)).toEqual(all(routes, 'SERVER_BUSY'));
  expect(routes).toHaveLength(3);
});
