import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A value that the program returns, as its manifest declares it.' })
export class OutputColumn {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Cairo type: felt252, u8 to u128, i8 to i128, bool and so on.' })
  type!: string;
}
