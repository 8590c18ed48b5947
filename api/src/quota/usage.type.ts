import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What an organization has and may have. Bytes and numbers are integers.' })
export class Usage {
  @Field(() => Float, { description: 'Bytes of its archives, executables and inputs.' })
  storedBytes!: number;

  @Field(() => Float, { nullable: true, description: 'Bytes that it may store; null for no limit.' })
  storageQuota!: number | null;

  @Field(() => Float, { description: 'Bytes of executions that donors have handed in for its programs.' })
  executionBytes!: number;

  @Field(() => Float, { nullable: true, description: 'Bytes that those may take; null for no limit.' })
  executionQuota!: number | null;

  @Field(() => Float, { description: 'Input groups of all its programs.' })
  inputGroups!: number;

  @Field(() => Float, { nullable: true, description: 'Input groups that it may have; null for no limit.' })
  groupQuota!: number | null;
}
