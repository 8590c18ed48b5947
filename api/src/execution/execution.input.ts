import { Field, InputType } from 'type-graphql';
import { UploadScalar, type UploadValue } from '../graphql/upload.scalar.js';

@InputType({ description: 'An execution that cannot be proven.' })
export class ReportBadExecutionInput {
  @Field(() => String, { description: 'Of a live reservation to PROVE.' })
  token!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong with it: at most 500 characters.',
  })
  message?: string | null;
}

@InputType({ description: 'An execution to hand in.' })
export class SubmitExecutionInput {
  @Field(() => String, { description: 'Of a live reservation.' })
  token!: string;

  @Field(() => UploadScalar, { description: 'The file that `cairn-prover execute` wrote.' })
  execution!: UploadValue;
}
