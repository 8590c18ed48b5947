import { Field, ID, InputType } from 'type-graphql';
import { FailureCode, WorkKind } from './reservation.enums.js';

@InputType({ description: 'What you want to work on.' })
export class ReserveInput {
  @Field(() => ID, { nullable: true, description: 'Only this program; any when left out.' })
  programId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only programs of this organization.' })
  organizationId?: string | null;

  @Field(() => WorkKind, { description: 'What you will do.' })
  kind!: WorkKind;

  @Field(() => String, {
    description:
      '16 to 128 random characters: the same key reads the same reservation again, so an answer that was lost is not made twice. Keep it as secret as the token.',
  })
  clientKey!: string;
}

@InputType({ description: 'Work that cannot be done.' })
export class ReportFailureInput {
  @Field(() => String, { description: 'Of a live reservation.' })
  token!: string;

  @Field(() => FailureCode, { description: 'What happened.' })
  code!: FailureCode;

  @Field(() => String, {
    nullable: true,
    description: 'Details for the organization: at most 500 characters.',
  })
  message?: string | null;
}
