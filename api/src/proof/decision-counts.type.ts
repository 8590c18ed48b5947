import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How an organization has decided about proofs so far.' })
export class DecisionCounts {
  @Field(() => Int, { description: 'Proofs that it has confirmed.' })
  confirmed!: number;

  @Field(() => Int, { description: 'Proofs that it has rejected, though the server had verified them.' })
  rejected!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The part of those that was rejected, 0 to 1; null where none was decided.',
  })
  rejectRate!: number | null;
}
