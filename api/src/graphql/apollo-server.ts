import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../config/config.js';
import type { OperationContext } from '../context/operation-context.js';
import { boundedJson } from './bounded-json.js';
import { formatError } from './format-error.js';
import { QUERY_LIMITS, queryLimits } from './query-limits.js';
import { reportDefects } from './report-defects.plugin.js';
import { retryAfterPlugin } from './retry-after.plugin.js';
import { statusPlugin } from './status.plugin.js';

/** Apollo Server over the schema: cross-site requests are refused, defects masked, queries bounded. */
export function createApolloServer(
  schema: GraphQLSchema,
  config: Config,
  log: FastifyBaseLogger,
): ApolloServer<OperationContext> {
  return new ApolloServer<OperationContext>({
    schema,
    csrfPrevention: true,
    introspection: config.server.introspection,
    // Who may not read the schema is not told its names either.
    hideSchemaDetailsFromClientErrors: !config.server.introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    validationRules: [queryLimits],
    validationOptions: { maxErrors: QUERY_LIMITS.errors },
    parseOptions: { maxTokens: QUERY_LIMITS.tokens },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      // Apollo's own page loads scripts from elsewhere.
      ApolloServerPluginLandingPageDisabled(),
      retryAfterPlugin,
      statusPlugin,
      reportDefects(log),
    ],
    logger: log,
    stringifyResult: boundedJson,
    formatError: (formatted, error) => formatError(formatted, error, () => {}),
  });
}
