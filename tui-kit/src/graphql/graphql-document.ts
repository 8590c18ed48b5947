import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** An operation as the code generator makes it (documentMode string): its text, with the types of answer and variables. */
export interface GraphqlDocument<TResult, TVariables> extends DocumentTypeDecoration<TResult, TVariables> {
  toString(): string;
}
