import { Field, ID, InputType } from 'type-graphql';
import { UploadScalar, type UploadValue } from '../graphql/upload.scalar.js';

@InputType({ description: 'One input group to add.' })
export class InputGroupUpload {
  @Field(() => String, { description: '1 to 100 characters.' })
  name!: string;

  @Field(() => UploadScalar, {
    description:
      'CSV, UTF-8: values decimal, negative, `0x` hex or short strings in single quotes; `#` comments; rows are joined in order; at most 2^20 values.',
  })
  file!: UploadValue;
}

@InputType({ description: 'Input groups to add to a program.' })
export class UploadInputGroupsInput {
  @Field(() => ID, { description: 'One of your own programs.' })
  programId!: string;

  @Field(() => [InputGroupUpload], { description: '1 to 100 of them; all are added or none.' })
  groups!: InputGroupUpload[];
}

@InputType({ description: 'Many input groups to add to a program, in one file.' })
export class UploadInputArchiveInput {
  @Field(() => ID, { description: 'One of your own programs.' })
  programId!: string;

  @Field(() => UploadScalar, {
    description:
      'A `.tar` (gzip allowed) of at most 10,000 CSV files, in whatever folders. Each becomes an input group, named for the file without `.csv` and without its folders.',
  })
  archive!: UploadValue;
}
