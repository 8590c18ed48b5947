import { Field, Float, ID, InputType } from 'type-graphql';
import { UploadScalar, type UploadValue } from '../graphql/upload.scalar.js';

@InputType({ description: 'A proof to hand in.' })
export class SubmitProofInput {
  @Field(() => ID, { description: 'The input group that was proven.' })
  inputGroupId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of your reservation; the first valid proof is taken with or without one.',
  })
  token?: string | null;

  @Field(() => UploadScalar, { description: 'The file that `cairn-prover prove` wrote.' })
  proof!: UploadValue;

  @Field(() => Float, { nullable: true, description: 'Seconds that proving took; shown, not checked.' })
  proveSeconds?: number | null;
}

@InputType({ description: 'Proofs to take as results.' })
export class ConfirmProofsInput {
  @Field(() => [ID], { description: '1 to 500 of your proofs.' })
  proofIds!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the server keeps the files; it does not when left out.',
  })
  keepProof?: boolean | null;
}

@InputType({ description: 'Proofs to refuse.' })
export class RejectProofsInput {
  @Field(() => [ID], { description: '1 to 500 of your proofs.' })
  proofIds!: string[];

  @Field(() => String, { description: 'Shown to donors: 1 to 500 characters.' })
  reason!: string;
}
