import type { CodegenConfig } from '@graphql-codegen/cli';

/** Emitted from the API's classes. */
const schema = 'shared-schema/schema.graphql';

/** Operation types of one client: its `.graphql` files and the shared fragments in, one folder of types and query texts out. */
function client(folder: string): NonNullable<CodegenConfig['generates']>[string] {
  return {
    preset: 'client',
    documents: ['shared-schema/src/fragments/*.graphql', `${folder}/**/*.graphql`],
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

const clients = { donor: 'tui-donor/src', org: 'tui-org/src' };

/** Run from the root of the repository; `--check` fails when the generated files are not what they should be. */
const config: CodegenConfig = {
  schema,
  importExtension: '.js',
  generates: Object.fromEntries(
    Object.entries(clients).map(([name, folder]) => [`shared-schema/src/generated/${name}/`, client(folder)]),
  ),
};

export default config;
