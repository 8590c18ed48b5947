import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationContext } from '../context/operation-context.js';

const OWN_TYPE = 'application/graphql-response+json';

/** Errors for which GraphQL over HTTP wants 200 in plain JSON: the answer is a GraphQL answer, not a gateway's. */
const ANSWERED = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'INVALID_REQUEST']);

/** Answers a query that cannot be run with 200 to whoever takes plain JSON, with 400 in GraphQL's own media type. */
export const statusPlugin: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { body, http } }) {
        if (http.status !== 400 || request.http?.headers.get('accept')?.includes(OWN_TYPE)) return;
        const errors = (body.kind === 'single' && body.singleResult.errors) || [];
        if (errors.every(({ extensions }) => ANSWERED.has(extensions?.code))) http.status = 200;
      },
    };
  },
};
