import { NAME_RULE } from '@cairn/shared-schema';
import { Field, InputType, Int } from 'type-graphql';
import { Scope } from '../account/scopes.js';
import { describedLength } from '../graphql/described-length.js';

@InputType({ description: 'A token for a script.' })
export class CreateApiTokenInput {
  @Field(() => String, { description: `What it is for: ${describedLength(NAME_RULE)}.` })
  name!: string;

  @Field(() => [Scope], { description: 'What it allows: at least one.' })
  scopes!: Scope[];

  @Field(() => Int, { nullable: true, description: '1 to 366; 90 when left out.' })
  expiresInDays?: number | null;
}
