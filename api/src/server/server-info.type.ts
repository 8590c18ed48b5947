import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a client should know about this server. Sizes in bytes (integers).' })
export class ServerInfo {
  @Field(() => String, { description: 'Version of Cairn.' })
  version!: string;

  @Field(() => Float, { description: 'Largest execution that is taken.' })
  maxExecutionBytes!: number;

  @Field(() => Float, { description: 'Largest proof that is taken.' })
  maxProofBytes!: number;

  @Field(() => Float, { description: 'Largest program archive that is taken.' })
  maxArchiveBytes!: number;

  @Field(() => Float, { description: 'Largest CSV file that is taken.' })
  maxInputBytes!: number;

  @Field(() => Float, { description: 'Largest archive of CSV files that is taken.' })
  maxInputArchiveBytes!: number;

  @Field(() => Int, { description: 'Most elements on one page of a list.' })
  maxPageSize!: number;
}
