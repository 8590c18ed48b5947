import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How many input groups stand in each state.' })
export class GroupCounts {
  @Field(() => Int, { description: 'Free to be executed.' })
  available!: number;

  @Field(() => Int, { description: 'Held by a donor.' })
  reserved!: number;

  @Field(() => Int, { description: 'Executed and free to be proven.' })
  executed!: number;

  @Field(() => Int, { description: 'With a proof that waits for the organization.' })
  proven!: number;

  @Field(() => Int, { description: 'With a confirmed proof.' })
  confirmed!: number;

  @Field(() => Int, { description: 'Given up.' })
  failed!: number;

  @Field(() => Int, { description: 'All together.' })
  total!: number;
}
