import { Field, ID, ObjectType } from 'type-graphql';
import { FeltScalar } from '../graphql/felt.scalar.js';

@ObjectType({ description: 'The input groups that an archive has become, in its order.' })
export class AddedGroups {
  @Field(() => [ID], { description: 'Their ids.' })
  ids!: string[];

  @Field(() => [FeltScalar], {
    description: 'Poseidon hash of the values of each: what the server has read out of the files.',
  })
  inputCommitments!: string[];
}
