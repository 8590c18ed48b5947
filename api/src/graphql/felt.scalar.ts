import { isCanonicalFelt } from '@cairn/shared-schema';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function toFelt(value: unknown): string {
  if (typeof value === 'string' && isCanonicalFelt(value)) return value;
  throw new GraphQLError(
    'Felt: expected a field element as 0x and lower-case hex without leading zeros, below the prime 2^251 + 17 * 2^192 + 1.',
  );
}

/** An element of Cairo's field. */
export const FeltScalar = new GraphQLScalarType<string, string>({
  name: 'Felt',
  description: "An element of Cairo's field: `0x…`, lower-case hex, no leading zeros.",
  serialize: toFelt,
  parseValue: toFelt,
  parseLiteral: (node) => toFelt(node.kind === Kind.STRING ? node.value : undefined),
});
