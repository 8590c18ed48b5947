import {
  type ASTVisitor,
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  type ValidationContext,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { QUERY_LIMITS, queryLimits } from '../query-limits.js';

/** What a subscriber asks for, within the bounds of queries; or the errors that say why not, each with its code. */
export function checkSubscription(
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
): Omit<ExecutionArgs, 'contextValue'> | readonly GraphQLError[] {
  const document = parseBounded(query);
  if (document instanceof GraphQLError) return [document];
  const errors = validate(schema, document, [...specifiedRules, queryLimits, onlySubscriptions], {
    maxErrors: QUERY_LIMITS.errors,
  });
  if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
  if (getOperationAST(document, operationName) == null) return [noOperation(operationName)];
  return { schema, document, operationName: operationName ?? null, variableValues: variables ?? null };
}

function parseBounded(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: QUERY_LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return withCode(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(error.message, { nodes, source, positions, extensions: { code } });
}

function noOperation(name: string | null | undefined): GraphQLError {
  const message = name
    ? `The text has no operation of the name ${JSON.stringify(name.slice(0, 100))}.`
    : 'The text has several operations: say which one in operationName.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

/** Queries and mutations go by HTTP, where they are logged and bounded. */
function onlySubscriptions(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node: OperationDefinitionNode) {
      if (node.operation === 'subscription') return;
      const message =
        'Only subscriptions are served on this connection: send queries and mutations by HTTP POST.';
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
