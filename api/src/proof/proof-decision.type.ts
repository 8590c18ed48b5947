import { Field, ID, ObjectType } from 'type-graphql';
import { Proof } from './proof.entity.js';

@ObjectType({ description: 'An error about one of several things that were asked for at once.' })
export class OperationError {
  @Field(() => String, { description: "The same codes as `extensions.code` of a request's errors." })
  code!: string;

  @Field(() => String, { description: 'What is wrong and what to do.' })
  message!: string;
}

@ObjectType({ description: 'The answer for one id: either the proof or an error.' })
export class ProofDecision {
  @Field(() => ID, { description: 'The id as it was given.' })
  proofId!: string;

  @Field(() => Proof, { nullable: true, description: 'The proof as it now stands.' })
  proof!: Proof | null;

  @Field(() => OperationError, { nullable: true, description: 'Why nothing was done for this id.' })
  error!: OperationError | null;
}
