import { existsSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** The emitted schema where it exists, else the contract it grows out of. */
const schema = existsSync('shared-schema/schema.graphql')
  ? 'shared-schema/schema.graphql'
  : 'shared-schema/contract.graphql';

/** Operation types of one client: its `.graphql` files in, one folder of types and query texts out. */
function client(documents: string): NonNullable<CodegenConfig['generates']>[string] {
  return {
    preset: 'client',
    documents,
    presetConfig: { fragmentMasking: false },
    config: {
      documentMode: 'string',
      enumsAsTypes: true,
      useTypeImports: true,
      strictScalars: true,
      defaultScalarType: 'unknown',
      inputMaybeValue: 'T | null | undefined',
      // A Blob can be streamed from a file: node:fs openAsBlob.
      scalars: { DateTime: 'string', Felt: 'string', Upload: 'Blob' },
    },
  };
}

/** Run from the root of the repository; `--check` fails when the generated files are not what they should be. */
const config: CodegenConfig = {
  schema,
  ignoreNoDocuments: true,
  importExtension: '.js',
  generates: {
    'shared-schema/src/generated/donor/': client('tui-donor/src/**/*.graphql'),
    'shared-schema/src/generated/org/': client('tui-org/src/**/*.graphql'),
  },
};

export default config;
