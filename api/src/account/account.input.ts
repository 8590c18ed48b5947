import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A new account.' })
export class RegisterInput {
  @Field(() => String, {
    description: 'For logging in: 1 to 100 characters, unique without case. Never shown.',
  })
  username!: string;

  @Field(() => String, { description: '8 to 1024 characters.' })
  password!: string;

  @Field(() => String, { description: 'Public name of the organization: 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'What the organization does; may be empty, at most 2000 characters.' })
  description!: string;
}

@InputType({ description: 'Another password for the account of the session.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password so far: a session alone does not suffice.' })
  currentPassword!: string;

  @Field(() => String, { description: '8 to 1024 characters.' })
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
