import { REASON_RULE } from '@cairn/shared-schema';
import { Field, ID, InputType } from 'type-graphql';
import { describedLength } from '../graphql/described-length.js';
import { UploadScalar, type UploadValue } from '../graphql/upload.scalar.js';

@InputType({ description: 'An execution that cannot be proven.' })
export class ReportBadExecutionInput {
  @Field(() => String, { description: 'Of a live reservation to PROVE.' })
  token!: string;

  @Field(() => String, {
    nullable: true,
    description: `What is wrong with it: ${describedLength({ ...REASON_RULE, min: 0 })}.`,
  })
  message?: string | null;
}

@InputType({ description: 'An execution to hand in.' })
export class SubmitExecutionInput {
  @Field(() => String, { description: 'Of a live reservation.' })
  token!: string;

  @Field(() => UploadScalar, {
    nullable: true,
    description: 'The file that `cairn-prover execute` wrote; or leave it out and name an upload.',
  })
  execution?: UploadValue | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a complete upload that this reservation began by `beginUpload`, in place of the file.',
  })
  uploadId?: string | null;
}
