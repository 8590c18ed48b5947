import { PAGE_SIZE } from '@cairn/shared-schema';
import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Bounds of one query. The clients' largest uses a tenth of each. */
export const QUERY_LIMITS = { depth: 12, aliases: 30, cost: 20_000, tokens: 4_000 } as const;

interface Size {
  depth: number;
  aliases: number;
  /** Fields, times the page size of the lists they stand in. */
  cost: number;
}

/** Validation rule: refuses queries that are too deep, have too many aliases, or ask for too much. */
export function queryLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation: OperationDefinitionNode) {
      const size = measure(operation.selectionSet, context, []);
      for (const name of ['depth', 'aliases', 'cost'] as const) {
        if (size[name] <= QUERY_LIMITS[name]) continue;
        const message = `The query's ${name} is ${size[name]}, at most ${QUERY_LIMITS[name]} is allowed. Ask for less at once.`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      }
    },
  };
}

/** The size of a selection. Fragments that contain themselves are refused by another rule and counted once. */
function measure(set: SelectionSetNode, context: ValidationContext, within: readonly string[]): Size {
  const size: Size = { depth: 0, aliases: 0, cost: 0 };
  const add = (part: Size): void => {
    size.depth = Math.max(size.depth, part.depth);
    size.aliases += part.aliases;
    size.cost += part.cost;
  };
  for (const selection of set.selections) {
    if (size.cost > QUERY_LIMITS.cost) break;
    if (selection.kind === Kind.FIELD) add(measureField(selection, context, within));
    else if (selection.kind === Kind.INLINE_FRAGMENT) add(measure(selection.selectionSet, context, within));
    else {
      const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(selection.name.value);
      if (fragment == null || within.includes(fragment.name.value)) continue;
      add(measure(fragment.selectionSet, context, [...within, fragment.name.value]));
    }
  }
  return size;
}

function measureField(field: FieldNode, context: ValidationContext, within: readonly string[]): Size {
  const alias = field.alias === undefined ? 0 : 1;
  // Introspection is switched on or off as a whole, and its own queries are deep.
  if (field.name.value.startsWith('__')) return { depth: 0, aliases: alias, cost: 1 };
  if (field.selectionSet === undefined) return { depth: 1, aliases: alias, cost: 1 };
  const inner = measure(field.selectionSet, context, within);
  return {
    depth: inner.depth + 1,
    aliases: inner.aliases + alias,
    cost: 1 + inner.cost * pageSize(field),
  };
}

/** How many elements a field may answer with: `first`, or the largest page where that is a variable. */
function pageSize(field: FieldNode): number {
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  if (first?.kind === Kind.INT) return Math.min(Math.max(Number(first.value), 1), PAGE_SIZE.max);
  if (first?.kind === Kind.VARIABLE) return PAGE_SIZE.max;
  return /s$/u.test(field.name.value) ? PAGE_SIZE.default : 1;
}
