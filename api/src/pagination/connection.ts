import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in the whole list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more comes after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something came before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first element; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last element: give it as `after` to read on; null on an empty page.',
  })
  endCursor!: string | null;
}

/** An element and its place. */
export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** One page of a list. */
export interface Connection<Node> {
  readonly totalCount: Promise<number>;
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
}

/** Makes the GraphQL type `<Name>Edge`. */
export function edgeOf<Node extends object>(
  nodeType: () => ClassType<Node>,
  name: string,
): ClassType<Edge<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, and its place there.` })
  class NodeEdge implements Edge<Node> {
    @Field(() => String, { description: 'Place in the list.' })
    cursor!: string;

    @Field(nodeType, { description: 'The element.' })
    node!: Node;
  }
  return NodeEdge;
}

/** Makes the GraphQL type `<Name>Connection`, and that of its edges unless they are given. */
export function connectionOf<Node extends object>(
  nodeType: () => ClassType<Node>,
  name: string,
  edgeType: ClassType<Edge<Node>> = edgeOf(nodeType, name),
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.` })
  class NodeConnection implements Connection<Node> {
    @Field(() => Int, { description: 'How many there are on all pages together.' })
    readonly totalCount!: Promise<number>;

    @Field(() => [edgeType], { description: 'The elements with their places.' })
    edges!: Edge<Node>[];

    @Field(() => [nodeType()], { description: 'The elements alone.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }

  return NodeConnection;
}
