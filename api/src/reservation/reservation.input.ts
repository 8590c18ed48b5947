import { CLIENT_KEY_LENGTH, REASON_RULE } from '@cairn/shared-schema';
import { Field, ID, InputType } from 'type-graphql';
import { describedLength } from '../graphql/described-length.js';
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
    description: `${CLIENT_KEY_LENGTH.min} to ${CLIENT_KEY_LENGTH.max} random characters: the same key reads the same reservation again, so an answer that was lost is not made twice; until thirty days after its deadline. Keep it as secret as the token.`,
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
    description: `Details for the organization: ${describedLength({ ...REASON_RULE, min: 0 })}.`,
  })
  message?: string | null;
}
