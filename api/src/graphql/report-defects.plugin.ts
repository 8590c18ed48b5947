import type { ApolloServerPlugin } from '@apollo/server';
import type { Log } from '../context/log.js';
import type { OperationContext } from '../context/operation-context.js';
import { formatError } from './format-error.js';

/** Logs defects whole, with the id of the request that met them. */
export function reportDefects(log: Log): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors)
            formatError(error.toJSON(), error, (err) =>
              contextValue.log.error({ err, path: error.path }, 'defect in a resolver'),
            );
        },
      };
    },
    async contextCreationDidFail({ error }) {
      log.error({ err: error }, 'defect before GraphQL');
    },
  };
}
