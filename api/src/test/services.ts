/** A program that tests need beside them; `scripts/jest/services.mjs` has found out whether it answers. */
export type ServiceName = 'mysql' | 'redis' | 's3';

/** Where a service is, and, if it does not answer, why. */
export interface Service {
  readonly url: string;
  readonly missing?: string;
}

/** What was found out about a service when the tests began. */
export function service(name: ServiceName): Service {
  const services = JSON.parse(process.env.CAIRN_SERVICES ?? '{}') as Partial<Record<ServiceName, Service>>;
  const found = services[name];
  if (found === undefined) throw new Error('Run the tests with `npm test`: it looks for the services first.');
  return found;
}

/**
 * Skips the tests of this file that are defined from here on when a service does not answer. With
 * CAIRN_REQUIRE_SERVICES=1 they fail instead.
 */
export function needsService(name: ServiceName): void {
  const { missing } = service(name);
  if (missing === undefined) return;
  if (process.env.CAIRN_REQUIRE_SERVICES === '1')
    throw new Error(`${missing}; CAIRN_REQUIRE_SERVICES is set.`);
  // Tells the reporter why.
  it.skip(`needs ${name}`, () => undefined);
  Object.assign(globalThis, { describe: describe.skip, it: it.skip, test: test.skip });
}
