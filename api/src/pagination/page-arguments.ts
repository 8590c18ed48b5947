import { PAGE_SIZE } from '@cairn/shared-schema';
import { ArgsType, Field, Int } from 'type-graphql';
import { ListOrder } from './list-order.js';

/** Which page of a list. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many elements: ${PAGE_SIZE.min} to ${PAGE_SIZE.max}, ${PAGE_SIZE.default} when left out.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Read on after this cursor.' })
  after?: string | null;
}

/** Which page of a list that is read in the order of creation, or the other way round. */
@ArgsType()
export class OrderedPageArguments extends PageArguments {
  @Field(() => ListOrder, { nullable: true, description: 'In which order; OLDEST when left out.' })
  order?: ListOrder | null;
}
