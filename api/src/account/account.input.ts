import { DESCRIPTION_RULE, NAME_RULE, USERNAME_RULE } from '@cairn/shared-schema';
import { Field, InputType } from 'type-graphql';
import { describedLength } from '../graphql/described-length.js';
import { PASSWORD_RULE } from './validate-password.js';

@InputType({ description: 'A new account.' })
export class RegisterInput {
  @Field(() => String, {
    description: `For logging in: ${describedLength(USERNAME_RULE)}, unique without case. Never shown.`,
  })
  username!: string;

  @Field(() => String, { description: `${describedLength(PASSWORD_RULE)}.` })
  password!: string;

  @Field(() => String, { description: `Public name of the organization: ${describedLength(NAME_RULE)}.` })
  name!: string;

  @Field(() => String, {
    description: `What the organization does; may be empty, ${describedLength(DESCRIPTION_RULE)}.`,
  })
  description!: string;
}

@InputType({ description: 'Another password for the account of the session.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password so far: a session alone does not suffice.' })
  currentPassword!: string;

  @Field(() => String, { description: `${describedLength(PASSWORD_RULE)}.` })
  newPassword!: string;
}

@InputType({ description: 'The account of the session, to be deleted.' })
export class DeleteAccountInput {
  @Field(() => String, { description: 'A session alone does not suffice.' })
  password!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True only answers what would be lost; nothing is deleted.',
  })
  dryRun?: boolean | null;
}

@InputType({ description: 'Who logs in.' })
export class LoginInput {
  @Field(() => String, { description: 'As registered, compared without case.' })
  username!: string;

  @Field(() => String, { description: 'As registered.' })
  password!: string;
}
