import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationContext } from '../context/operation-context.js';

/** Sets `retry-after` when an error says when another try makes sense, as REST does. */
export const retryAfterPlugin: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
        const waits = errors?.map(({ extensions }) => Number(extensions?.retryAfterSeconds ?? 0)) ?? [];
        const longest = Math.max(0, ...waits);
        if (longest > 0) http.headers.set('retry-after', String(longest));
      },
    };
  },
};
