import { INPUT_ARCHIVE_LIMITS, MAX_INPUT_GROUPS_PER_UPLOAD, NAME_RULE } from '@cairn/shared-schema';
import { Field, ID, InputType } from 'type-graphql';
import { describedLength } from '../graphql/described-length.js';
import { UploadScalar, type UploadValue } from '../graphql/upload.scalar.js';
import { INPUT_FILE_FORMAT } from './input-file-format.js';

@InputType({ description: 'One input group to add.' })
export class InputGroupUpload {
  @Field(() => String, { description: `${describedLength(NAME_RULE)}.` })
  name!: string;

  @Field(() => UploadScalar, {
    description: `${INPUT_FILE_FORMAT}.`,
  })
  file!: UploadValue;
}

@InputType({ description: 'Input groups to add to a program.' })
export class UploadInputGroupsInput {
  @Field(() => ID, { description: 'One of your own programs.' })
  programId!: string;

  @Field(() => [InputGroupUpload], {
    description: `1 to ${MAX_INPUT_GROUPS_PER_UPLOAD} of them; all are added or none.`,
  })
  groups!: InputGroupUpload[];
}

@InputType({ description: 'Many input groups to add to a program, in one file.' })
export class UploadInputArchiveInput {
  @Field(() => ID, { description: 'One of your own programs.' })
  programId!: string;

  @Field(() => UploadScalar, {
    description: `A \`.tar\` (gzip allowed) of at most ${INPUT_ARCHIVE_LIMITS.maxEntries.toLocaleString('en')} CSV files, in whatever folders. Each becomes an input group, named for the file without \`.csv\` and without its folders.`,
  })
  archive!: UploadValue;
}
