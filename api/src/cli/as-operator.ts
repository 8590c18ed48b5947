import type { OperatorContext } from '../access/guarded-operation.js';
import { SqlClock } from '../database/database-clock.js';
import { Metrics } from '../metrics/metrics.js';
import { withStores } from './with-stores.js';

/** Runs an operation of the operator's over the server's own database; who can run this can read it anyway. */
export function asOperator<T>(env: NodeJS.ProcessEnv, use: (ctx: OperatorContext) => Promise<T>): Promise<T> {
  return withStores(env, ({ config, database }) =>
    use({
      config,
      database,
      em: database.em.fork(),
      clock: new SqlClock(),
      metrics: new Metrics(),
      caller: { address: '', ownerToken: undefined, operator: true },
    }),
  );
}
