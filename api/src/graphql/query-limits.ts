import { PAGE_SIZE } from '@cairn/shared-schema';
import {
  type ASTNode,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/**
 * Bounds of one query. The clients' largest stays below half of each. Tokens bound what validation itself costs: it
 * compares fields of one name in pairs, and 4,000 tokens of them take it seconds.
 */
export const QUERY_LIMITS = {
  depth: 12,
  aliases: 30,
  /** Characters: an alias stands in the answer as often as what it names. */
  aliasLength: 100,
  directives: 20,
  repetitions: 20,
  cost: 20_000,
  /** Instead of `cost`: an answer that is not read stays in memory, one for each connection. */
  subscriptionCost: 1_000,
  tokens: 1_000,
  /** Of one query, before the rest of it is left unread. */
  errors: 5,
} as const;

const WORDS: Partial<Record<keyof typeof QUERY_LIMITS, string>> = {
  aliases: 'number of aliases',
  aliasLength: 'longest alias',
  directives: 'number of directives',
  repetitions: 'number of repetitions',
};

/** So much of a text costs as much as a field does. */
const BYTES_PER_COST = 512;

interface Size {
  depth: number;
  aliases: number;
  /** Fields, times the page size of the lists they stand in; a long text counts as many. */
  cost: number;
}

/** Where a selection stands. */
interface Place {
  readonly context: ValidationContext;
  /** The type that it selects from; undefined where another rule refuses it. */
  readonly parent: GraphQLNamedType | undefined;
  /** The fragments that it stands in. */
  readonly within: readonly string[];
}

/** Validation rule: refuses queries that are too deep, repeat too much, have too many aliases or directives, or ask for too much. */
export function queryLimits(context: ValidationContext): ASTVisitor {
  let directives = 0;
  let repetitions = 0;
  return {
    SelectionSet({ selections }) {
      repetitions += repeatedFields(selections);
    },
    Field(field) {
      const length = field.alias?.value.length ?? 0;
      if (length > QUERY_LIMITS.aliasLength) context.reportError(tooMuch('aliasLength', length, field));
    },
    Directive() {
      directives += 1;
    },
    Document: {
      leave(document) {
        if (directives > QUERY_LIMITS.directives)
          context.reportError(tooMuch('directives', directives, document));
        if (repetitions > QUERY_LIMITS.repetitions)
          context.reportError(tooMuch('repetitions', repetitions, document));
      },
    },
    OperationDefinition(operation: OperationDefinitionNode) {
      const size = sizeOf(operation, context);
      const { depth, aliases, cost, subscriptionCost } = QUERY_LIMITS;
      const limits = {
        depth,
        aliases,
        cost: operation.operation === 'subscription' ? subscriptionCost : cost,
      };
      for (const name of ['depth', 'aliases', 'cost'] as const) {
        if (size[name] <= limits[name]) continue;
        context.reportError(tooMuch(name, size[name], operation, limits[name]));
      }
    },
  };
}

/** How deep an operation is, how many aliases it has, and what it costs. */
export function sizeOf(operation: OperationDefinitionNode, context: ValidationContext): Readonly<Size> {
  const parent = context.getSchema().getRootType(operation.operation) ?? undefined;
  return measure(operation.selectionSet, { context, parent, within: [] });
}

/** How often a field stands in a selection that has it already under the same name. */
function repeatedFields(selections: SelectionSetNode['selections']): number {
  const names = selections.flatMap((one) =>
    one.kind === Kind.FIELD ? [one.alias?.value ?? one.name.value] : [],
  );
  return names.length - new Set(names).size;
}

function tooMuch(
  name: keyof typeof QUERY_LIMITS,
  found: number,
  nodes: ASTNode,
  most: number = QUERY_LIMITS[name],
): GraphQLError {
  return new GraphQLError(
    `The query's ${WORDS[name] ?? name} is ${found}, at most ${most} is allowed. Ask for less at once.`,
    { nodes },
  );
}

/** The size of a selection. Fragments that contain themselves are refused by another rule and counted once. */
function measure(set: SelectionSetNode, place: Place): Size {
  const { context, within } = place;
  const size: Size = { depth: 0, aliases: 0, cost: 0 };
  const add = (part: Size): void => {
    size.depth = Math.max(size.depth, part.depth);
    size.aliases += part.aliases;
    size.cost += part.cost;
  };
  for (const selection of set.selections) {
    if (size.cost > QUERY_LIMITS.cost) break;
    if (selection.kind === Kind.FIELD) add(measureField(selection, place));
    else if (selection.kind === Kind.INLINE_FRAGMENT) add(measure(selection.selectionSet, place));
    else {
      // A spread costs by itself: fragments that double each other end here even when no field stands in them.
      size.cost += 1;
      const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(selection.name.value);
      if (fragment == null || within.includes(fragment.name.value)) continue;
      add(measure(fragment.selectionSet, { ...place, within: [...within, fragment.name.value] }));
    }
  }
  return size;
}

function measureField(field: FieldNode, place: Place): Size {
  const alias = field.alias === undefined ? 0 : 1;
  // Introspection is switched on or off as a whole, and its own queries are deep.
  if (field.name.value.startsWith('__')) return { depth: 0, aliases: alias, cost: 1 };
  const definition = isObjectType(place.parent) ? place.parent.getFields()[field.name.value] : undefined;
  if (field.selectionSet === undefined) return { depth: 1, aliases: alias, cost: 1 + costOfText(definition) };
  const parent = definition && getNamedType(definition.type);
  const inner = measure(field.selectionSet, { ...place, parent });
  return {
    depth: inner.depth + 1,
    aliases: inner.aliases + alias,
    cost: 1 + inner.cost * pageSize(field, definition),
  };
}

/** A field's extension `bytes` says how long its text may be; without it the text is short. */
function costOfText(definition: GraphQLField<unknown, unknown> | undefined): number {
  const bytes = definition?.extensions.bytes;
  return typeof bytes === 'number' ? Math.ceil(bytes / BYTES_PER_COST) : 0;
}

/**
 * How many elements a field may answer with: `first` of a page; where a list has no pages its extension `most`, or the
 * default.
 */
function pageSize(field: FieldNode, definition: GraphQLField<unknown, unknown> | undefined): number {
  if (definition?.args.some(({ name }) => name === 'first')) {
    const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
    if (first === undefined) return PAGE_SIZE.default;
    return first.kind === Kind.INT
      ? Math.min(Math.max(Number(first.value), 1), PAGE_SIZE.max)
      : PAGE_SIZE.max;
  }
  // The page itself was counted where it was asked for.
  if (definition === undefined || field.name.value === 'nodes' || field.name.value === 'edges') return 1;
  if (!isListType(getNullableType(definition.type))) return 1;
  const { most } = definition.extensions;
  return typeof most === 'number' ? most : PAGE_SIZE.default;
}
