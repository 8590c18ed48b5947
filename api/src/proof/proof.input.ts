import { REASON_RULE } from '@cairn/shared-schema';
import { Field, Float, ID, InputType } from 'type-graphql';
import { DonorSignatureInput } from '../credit/credit.input.js';
import { describedLength } from '../graphql/described-length.js';
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

  @Field(() => UploadScalar, {
    nullable: true,
    description: 'The file that `cairn-prover prove` wrote; or leave it out and name an upload.',
  })
  proof?: UploadValue | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Of a complete upload that the reservation of this token began by `beginUpload`, in place of the file.',
  })
  uploadId?: string | null;

  @Field(() => Float, { nullable: true, description: 'Seconds that proving took; shown, not checked.' })
  proveSeconds?: number | null;

  @Field(() => DonorSignatureInput, {
    nullable: true,
    description:
      'Over server, input group and SHA-256 of the file: who gets the credit. Nobody does without it.',
  })
  donor?: DonorSignatureInput | null;
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

  @Field(() => String, { description: `Shown to donors: ${describedLength(REASON_RULE)}.` })
  reason!: string;
}
