/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment ProgramBasics on Program {\n  id\n  name\n  description\n  inputBinding\n  createdAt\n  groupCounts {\n    available\n    reserved\n    executed\n    proven\n    confirmed\n    failed\n    total\n  }\n}": typeof types.ProgramBasicsFragmentDoc,
    "fragment ReceiptFacts on Receipt {\n  server\n  donor\n  programHash\n  inputCommitment\n  inputBinding\n  outputHash\n  proofHash\n  provenRows\n  organizationId\n  organization\n  confirmedAt\n  signature\n}": typeof types.ReceiptFactsFragmentDoc,
    "mutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input)\n}": typeof types.ChangePasswordDocument,
    "fragment LiveSessionFacts on LiveSession {\n  id\n  current\n  sameNetwork\n  createdAt\n  lastUsedAt\n  expiresAt\n}\n\nquery LiveSessions {\n  sessions {\n    ...LiveSessionFacts\n  }\n}\n\nmutation RevokeSession($id: ID!) {\n  revokeSession(id: $id)\n}\n\nmutation RevokeOtherSessions {\n  revokeOtherSessions\n}": typeof types.LiveSessionFactsFragmentDoc,
    "mutation Login($input: LoginInput!) {\n  login(input: $input) {\n    ...SessionFacts\n  }\n}": typeof types.LoginDocument,
    "mutation Logout($refreshTokenId: ID!) {\n  logout(refreshTokenId: $refreshTokenId)\n}": typeof types.LogoutDocument,
    "mutation RefreshSession($refreshToken: String!) {\n  refreshToken(refreshToken: $refreshToken) {\n    ...TokenFacts\n  }\n}": typeof types.RefreshSessionDocument,
    "mutation Register($input: RegisterInput!) {\n  register(input: $input) {\n    ...SessionFacts\n  }\n}": typeof types.RegisterDocument,
    "fragment TokenFacts on Token {\n  id\n  token\n  expiresAt\n}\n\nfragment SessionFacts on Session {\n  basicToken {\n    ...TokenFacts\n  }\n  refreshToken {\n    ...TokenFacts\n  }\n  organization {\n    id\n    name\n  }\n}": typeof types.TokenFactsFragmentDoc,
    "query ConfirmedDonors($programId: ID!, $first: Int!, $after: String) {\n  proofs(programId: $programId, state: CONFIRMED, first: $first, after: $after) {\n    nodes {\n      sha256\n      donorKey\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery DonorReceipts($publicKey: String!, $first: Int!, $after: String) {\n  receipts(publicKey: $publicKey, order: NEWEST, first: $first, after: $after) {\n    nodes {\n      ...ReceiptFacts\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.ConfirmedDonorsDocument,
    "mutation ConfirmProofs($input: ConfirmProofsInput!) {\n  confirmProofs(input: $input) {\n    proofId\n    proof {\n      id\n      state\n    }\n    error {\n      code\n      message\n    }\n  }\n}": typeof types.ConfirmProofsDocument,
    "mutation RejectProofs($input: RejectProofsInput!) {\n  rejectProofs(input: $input) {\n    proofId\n    proof {\n      id\n      state\n    }\n    error {\n      code\n      message\n    }\n  }\n}": typeof types.RejectProofsDocument,
    "mutation DeleteAccount($input: DeleteAccountInput!) {\n  deleteAccount(input: $input) {\n    deleted\n    programs\n    inputGroups\n    waitingProofs\n    confirmedProofs\n    liveReservations\n  }\n}": typeof types.DeleteAccountDocument,
    "mutation DeleteInputGroups($ids: [ID!]!) {\n  deleteInputGroups(ids: $ids)\n}": typeof types.DeleteInputGroupsDocument,
    "mutation DeleteProgram($id: ID!) {\n  deleteProgram(id: $id)\n}": typeof types.DeleteProgramDocument,
    "query FailureReports($programId: ID, $first: Int!, $after: String) {\n  failureReports(programId: $programId, first: $first, after: $after) {\n    nodes {\n      id\n      code\n      counts\n      message\n      createdAt\n      inputGroup {\n        id\n        name\n        state\n        program {\n          id\n          name\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.FailureReportsDocument,
    "query InputGroups($programId: ID!, $state: InputGroupState, $namePrefix: String, $first: Int!, $after: String) {\n  inputGroups(\n    programId: $programId\n    state: $state\n    namePrefix: $namePrefix\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      id\n      name\n      state\n      inputCommitment\n      inputSha256\n      valueCount\n      attempts\n      provenAt\n      confirmedAt\n      rejections {\n        reason\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.InputGroupsDocument,
    "mutation UploadInputArchive($input: UploadInputArchiveInput!) {\n  uploadInputArchive(input: $input) {\n    ids\n    inputCommitments\n  }\n}": typeof types.UploadInputArchiveDocument,
    "mutation UploadInputGroups($input: UploadInputGroupsInput!) {\n  uploadInputGroups(input: $input) {\n    id\n    name\n    inputCommitment\n    inputSha256\n  }\n}": typeof types.UploadInputGroupsDocument,
    "query OwnPrograms($organizationId: ID!, $namePrefix: String, $first: Int!, $after: String) {\n  programs(\n    organizationId: $organizationId\n    namePrefix: $namePrefix\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      ...ProgramFacts\n      decisions {\n        rejected\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.OwnProgramsDocument,
    "query ProgramById($id: ID!) {\n  program(id: $id) {\n    ...ProgramFacts\n  }\n}": typeof types.ProgramByIdDocument,
    "fragment ProgramFacts on Program {\n  ...ProgramBasics\n  organization {\n    id\n    name\n  }\n  programHash\n  calldata\n  outputs {\n    name\n    type\n  }\n  leaseSeconds\n  executableUrl\n  executableSha256\n}": typeof types.ProgramFactsFragmentDoc,
    "query ServerLimits {\n  serverInfo {\n    maxArchiveBytes\n    maxInputBytes\n    maxInputArchiveBytes\n    maxProofBytes\n    maxPageSize\n  }\n}": typeof types.ServerLimitsDocument,
    "mutation UploadProgram($input: UploadProgramInput!) {\n  uploadProgram(input: $input) {\n    ...ProgramFacts\n  }\n}": typeof types.UploadProgramDocument,
    "query ProofById($id: ID!) {\n  proof(id: $id) {\n    ...ProofFacts\n    proveSeconds\n    inputGroup {\n      rejections {\n        proofSha256\n        reason\n        rejectedAt\n      }\n    }\n  }\n}": typeof types.ProofByIdDocument,
    "fragment ProofFacts on Proof {\n  id\n  state\n  sha256\n  size\n  programHash\n  inputCommitment\n  inputBinding\n  bound\n  output\n  steps\n  provenRows\n  securityBits\n  donorKey\n  submittedAt\n  decidedAt\n  url\n  inputGroup {\n    id\n    name\n    inputUrl\n    inputSha256\n    valueCount\n    program {\n      ...ProgramFacts\n    }\n  }\n}": typeof types.ProofFactsFragmentDoc,
    "query Proofs($programId: ID, $state: ProofState, $first: Int!, $after: String) {\n  proofs(programId: $programId, state: $state, first: $first, after: $after) {\n    totalCount\n    nodes {\n      ...ProofFacts\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.ProofsDocument,
    "subscription ProofSubmitted {\n  proofSubmitted {\n    node {\n      id\n      inputGroup {\n        id\n        program {\n          id\n        }\n      }\n    }\n  }\n}": typeof types.ProofSubmittedDocument,
    "query ProgramPulse($programId: ID!) {\n  proofs(programId: $programId, first: 50, order: NEWEST) {\n    nodes {\n      submittedAt\n    }\n  }\n}": typeof types.ProgramPulseDocument,
    "query ServerGreeting {\n  serverInfo {\n    version\n    registrationOpen\n  }\n}": typeof types.ServerGreetingDocument,
    "fragment ApiTokenFacts on ApiToken {\n  id\n  name\n  scopes\n  createdAt\n  expiresAt\n  lastUsedAt\n}\n\nquery ApiTokens {\n  apiTokens {\n    ...ApiTokenFacts\n  }\n}\n\nmutation CreateApiToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    token\n    apiToken {\n      ...ApiTokenFacts\n    }\n  }\n}\n\nmutation RevokeApiToken($id: ID!) {\n  revokeApiToken(id: $id)\n}": typeof types.ApiTokenFactsFragmentDoc,
    "subscription WatchProofs($programId: ID, $after: String) {\n  proofSubmitted(programId: $programId, after: $after) {\n    cursor\n    node {\n      ...ProofFacts\n    }\n  }\n}": typeof types.WatchProofsDocument,
    "fragment WebhookFacts on Webhook {\n  id\n  url\n  events\n  createdAt\n}\n\nfragment DeliveryFacts on WebhookDelivery {\n  id\n  event\n  state\n  attempts\n  lastStatus\n  lastError\n  createdAt\n  finishedAt\n  nextAttemptAt\n}\n\nquery Webhooks {\n  webhooks {\n    ...WebhookFacts\n  }\n}\n\nquery WebhookDeliveries($webhookId: ID!) {\n  webhookDeliveries(webhookId: $webhookId) {\n    ...DeliveryFacts\n  }\n}\n\nmutation AddWebhook($input: AddWebhookInput!) {\n  addWebhook(input: $input) {\n    secret\n    webhook {\n      ...WebhookFacts\n    }\n  }\n}\n\nmutation RemoveWebhook($id: ID!) {\n  removeWebhook(id: $id)\n}\n\nmutation RotateWebhookSecret($id: ID!) {\n  rotateWebhookSecret(id: $id) {\n    secret\n    webhook {\n      ...WebhookFacts\n    }\n  }\n}\n\nmutation TestWebhook($id: ID!) {\n  testWebhook(id: $id) {\n    ...DeliveryFacts\n  }\n}": typeof types.WebhookFactsFragmentDoc,
};
const documents: Documents = {
    "fragment ProgramBasics on Program {\n  id\n  name\n  description\n  inputBinding\n  createdAt\n  groupCounts {\n    available\n    reserved\n    executed\n    proven\n    confirmed\n    failed\n    total\n  }\n}": types.ProgramBasicsFragmentDoc,
    "fragment ReceiptFacts on Receipt {\n  server\n  donor\n  programHash\n  inputCommitment\n  inputBinding\n  outputHash\n  proofHash\n  provenRows\n  organizationId\n  organization\n  confirmedAt\n  signature\n}": types.ReceiptFactsFragmentDoc,
    "mutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input)\n}": types.ChangePasswordDocument,
    "fragment LiveSessionFacts on LiveSession {\n  id\n  current\n  sameNetwork\n  createdAt\n  lastUsedAt\n  expiresAt\n}\n\nquery LiveSessions {\n  sessions {\n    ...LiveSessionFacts\n  }\n}\n\nmutation RevokeSession($id: ID!) {\n  revokeSession(id: $id)\n}\n\nmutation RevokeOtherSessions {\n  revokeOtherSessions\n}": types.LiveSessionFactsFragmentDoc,
    "mutation Login($input: LoginInput!) {\n  login(input: $input) {\n    ...SessionFacts\n  }\n}": types.LoginDocument,
    "mutation Logout($refreshTokenId: ID!) {\n  logout(refreshTokenId: $refreshTokenId)\n}": types.LogoutDocument,
    "mutation RefreshSession($refreshToken: String!) {\n  refreshToken(refreshToken: $refreshToken) {\n    ...TokenFacts\n  }\n}": types.RefreshSessionDocument,
    "mutation Register($input: RegisterInput!) {\n  register(input: $input) {\n    ...SessionFacts\n  }\n}": types.RegisterDocument,
    "fragment TokenFacts on Token {\n  id\n  token\n  expiresAt\n}\n\nfragment SessionFacts on Session {\n  basicToken {\n    ...TokenFacts\n  }\n  refreshToken {\n    ...TokenFacts\n  }\n  organization {\n    id\n    name\n  }\n}": types.TokenFactsFragmentDoc,
    "query ConfirmedDonors($programId: ID!, $first: Int!, $after: String) {\n  proofs(programId: $programId, state: CONFIRMED, first: $first, after: $after) {\n    nodes {\n      sha256\n      donorKey\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery DonorReceipts($publicKey: String!, $first: Int!, $after: String) {\n  receipts(publicKey: $publicKey, order: NEWEST, first: $first, after: $after) {\n    nodes {\n      ...ReceiptFacts\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.ConfirmedDonorsDocument,
    "mutation ConfirmProofs($input: ConfirmProofsInput!) {\n  confirmProofs(input: $input) {\n    proofId\n    proof {\n      id\n      state\n    }\n    error {\n      code\n      message\n    }\n  }\n}": types.ConfirmProofsDocument,
    "mutation RejectProofs($input: RejectProofsInput!) {\n  rejectProofs(input: $input) {\n    proofId\n    proof {\n      id\n      state\n    }\n    error {\n      code\n      message\n    }\n  }\n}": types.RejectProofsDocument,
    "mutation DeleteAccount($input: DeleteAccountInput!) {\n  deleteAccount(input: $input) {\n    deleted\n    programs\n    inputGroups\n    waitingProofs\n    confirmedProofs\n    liveReservations\n  }\n}": types.DeleteAccountDocument,
    "mutation DeleteInputGroups($ids: [ID!]!) {\n  deleteInputGroups(ids: $ids)\n}": types.DeleteInputGroupsDocument,
    "mutation DeleteProgram($id: ID!) {\n  deleteProgram(id: $id)\n}": types.DeleteProgramDocument,
    "query FailureReports($programId: ID, $first: Int!, $after: String) {\n  failureReports(programId: $programId, first: $first, after: $after) {\n    nodes {\n      id\n      code\n      counts\n      message\n      createdAt\n      inputGroup {\n        id\n        name\n        state\n        program {\n          id\n          name\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.FailureReportsDocument,
    "query InputGroups($programId: ID!, $state: InputGroupState, $namePrefix: String, $first: Int!, $after: String) {\n  inputGroups(\n    programId: $programId\n    state: $state\n    namePrefix: $namePrefix\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      id\n      name\n      state\n      inputCommitment\n      inputSha256\n      valueCount\n      attempts\n      provenAt\n      confirmedAt\n      rejections {\n        reason\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.InputGroupsDocument,
    "mutation UploadInputArchive($input: UploadInputArchiveInput!) {\n  uploadInputArchive(input: $input) {\n    ids\n    inputCommitments\n  }\n}": types.UploadInputArchiveDocument,
    "mutation UploadInputGroups($input: UploadInputGroupsInput!) {\n  uploadInputGroups(input: $input) {\n    id\n    name\n    inputCommitment\n    inputSha256\n  }\n}": types.UploadInputGroupsDocument,
    "query OwnPrograms($organizationId: ID!, $namePrefix: String, $first: Int!, $after: String) {\n  programs(\n    organizationId: $organizationId\n    namePrefix: $namePrefix\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      ...ProgramFacts\n      decisions {\n        rejected\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.OwnProgramsDocument,
    "query ProgramById($id: ID!) {\n  program(id: $id) {\n    ...ProgramFacts\n  }\n}": types.ProgramByIdDocument,
    "fragment ProgramFacts on Program {\n  ...ProgramBasics\n  organization {\n    id\n    name\n  }\n  programHash\n  calldata\n  outputs {\n    name\n    type\n  }\n  leaseSeconds\n  executableUrl\n  executableSha256\n}": types.ProgramFactsFragmentDoc,
    "query ServerLimits {\n  serverInfo {\n    maxArchiveBytes\n    maxInputBytes\n    maxInputArchiveBytes\n    maxProofBytes\n    maxPageSize\n  }\n}": types.ServerLimitsDocument,
    "mutation UploadProgram($input: UploadProgramInput!) {\n  uploadProgram(input: $input) {\n    ...ProgramFacts\n  }\n}": types.UploadProgramDocument,
    "query ProofById($id: ID!) {\n  proof(id: $id) {\n    ...ProofFacts\n    proveSeconds\n    inputGroup {\n      rejections {\n        proofSha256\n        reason\n        rejectedAt\n      }\n    }\n  }\n}": types.ProofByIdDocument,
    "fragment ProofFacts on Proof {\n  id\n  state\n  sha256\n  size\n  programHash\n  inputCommitment\n  inputBinding\n  bound\n  output\n  steps\n  provenRows\n  securityBits\n  donorKey\n  submittedAt\n  decidedAt\n  url\n  inputGroup {\n    id\n    name\n    inputUrl\n    inputSha256\n    valueCount\n    program {\n      ...ProgramFacts\n    }\n  }\n}": types.ProofFactsFragmentDoc,
    "query Proofs($programId: ID, $state: ProofState, $first: Int!, $after: String) {\n  proofs(programId: $programId, state: $state, first: $first, after: $after) {\n    totalCount\n    nodes {\n      ...ProofFacts\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.ProofsDocument,
    "subscription ProofSubmitted {\n  proofSubmitted {\n    node {\n      id\n      inputGroup {\n        id\n        program {\n          id\n        }\n      }\n    }\n  }\n}": types.ProofSubmittedDocument,
    "query ProgramPulse($programId: ID!) {\n  proofs(programId: $programId, first: 50, order: NEWEST) {\n    nodes {\n      submittedAt\n    }\n  }\n}": types.ProgramPulseDocument,
    "query ServerGreeting {\n  serverInfo {\n    version\n    registrationOpen\n  }\n}": types.ServerGreetingDocument,
    "fragment ApiTokenFacts on ApiToken {\n  id\n  name\n  scopes\n  createdAt\n  expiresAt\n  lastUsedAt\n}\n\nquery ApiTokens {\n  apiTokens {\n    ...ApiTokenFacts\n  }\n}\n\nmutation CreateApiToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    token\n    apiToken {\n      ...ApiTokenFacts\n    }\n  }\n}\n\nmutation RevokeApiToken($id: ID!) {\n  revokeApiToken(id: $id)\n}": types.ApiTokenFactsFragmentDoc,
    "subscription WatchProofs($programId: ID, $after: String) {\n  proofSubmitted(programId: $programId, after: $after) {\n    cursor\n    node {\n      ...ProofFacts\n    }\n  }\n}": types.WatchProofsDocument,
    "fragment WebhookFacts on Webhook {\n  id\n  url\n  events\n  createdAt\n}\n\nfragment DeliveryFacts on WebhookDelivery {\n  id\n  event\n  state\n  attempts\n  lastStatus\n  lastError\n  createdAt\n  finishedAt\n  nextAttemptAt\n}\n\nquery Webhooks {\n  webhooks {\n    ...WebhookFacts\n  }\n}\n\nquery WebhookDeliveries($webhookId: ID!) {\n  webhookDeliveries(webhookId: $webhookId) {\n    ...DeliveryFacts\n  }\n}\n\nmutation AddWebhook($input: AddWebhookInput!) {\n  addWebhook(input: $input) {\n    secret\n    webhook {\n      ...WebhookFacts\n    }\n  }\n}\n\nmutation RemoveWebhook($id: ID!) {\n  removeWebhook(id: $id)\n}\n\nmutation RotateWebhookSecret($id: ID!) {\n  rotateWebhookSecret(id: $id) {\n    secret\n    webhook {\n      ...WebhookFacts\n    }\n  }\n}\n\nmutation TestWebhook($id: ID!) {\n  testWebhook(id: $id) {\n    ...DeliveryFacts\n  }\n}": types.WebhookFactsFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ProgramBasics on Program {\n  id\n  name\n  description\n  inputBinding\n  createdAt\n  groupCounts {\n    available\n    reserved\n    executed\n    proven\n    confirmed\n    failed\n    total\n  }\n}"): typeof import('./graphql.js').ProgramBasicsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ReceiptFacts on Receipt {\n  server\n  donor\n  programHash\n  inputCommitment\n  inputBinding\n  outputHash\n  proofHash\n  provenRows\n  organizationId\n  organization\n  confirmedAt\n  signature\n}"): typeof import('./graphql.js').ReceiptFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input)\n}"): typeof import('./graphql.js').ChangePasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment LiveSessionFacts on LiveSession {\n  id\n  current\n  sameNetwork\n  createdAt\n  lastUsedAt\n  expiresAt\n}\n\nquery LiveSessions {\n  sessions {\n    ...LiveSessionFacts\n  }\n}\n\nmutation RevokeSession($id: ID!) {\n  revokeSession(id: $id)\n}\n\nmutation RevokeOtherSessions {\n  revokeOtherSessions\n}"): typeof import('./graphql.js').LiveSessionFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Login($input: LoginInput!) {\n  login(input: $input) {\n    ...SessionFacts\n  }\n}"): typeof import('./graphql.js').LoginDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Logout($refreshTokenId: ID!) {\n  logout(refreshTokenId: $refreshTokenId)\n}"): typeof import('./graphql.js').LogoutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RefreshSession($refreshToken: String!) {\n  refreshToken(refreshToken: $refreshToken) {\n    ...TokenFacts\n  }\n}"): typeof import('./graphql.js').RefreshSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Register($input: RegisterInput!) {\n  register(input: $input) {\n    ...SessionFacts\n  }\n}"): typeof import('./graphql.js').RegisterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment TokenFacts on Token {\n  id\n  token\n  expiresAt\n}\n\nfragment SessionFacts on Session {\n  basicToken {\n    ...TokenFacts\n  }\n  refreshToken {\n    ...TokenFacts\n  }\n  organization {\n    id\n    name\n  }\n}"): typeof import('./graphql.js').TokenFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ConfirmedDonors($programId: ID!, $first: Int!, $after: String) {\n  proofs(programId: $programId, state: CONFIRMED, first: $first, after: $after) {\n    nodes {\n      sha256\n      donorKey\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery DonorReceipts($publicKey: String!, $first: Int!, $after: String) {\n  receipts(publicKey: $publicKey, order: NEWEST, first: $first, after: $after) {\n    nodes {\n      ...ReceiptFacts\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.js').ConfirmedDonorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ConfirmProofs($input: ConfirmProofsInput!) {\n  confirmProofs(input: $input) {\n    proofId\n    proof {\n      id\n      state\n    }\n    error {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql.js').ConfirmProofsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RejectProofs($input: RejectProofsInput!) {\n  rejectProofs(input: $input) {\n    proofId\n    proof {\n      id\n      state\n    }\n    error {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql.js').RejectProofsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteAccount($input: DeleteAccountInput!) {\n  deleteAccount(input: $input) {\n    deleted\n    programs\n    inputGroups\n    waitingProofs\n    confirmedProofs\n    liveReservations\n  }\n}"): typeof import('./graphql.js').DeleteAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteInputGroups($ids: [ID!]!) {\n  deleteInputGroups(ids: $ids)\n}"): typeof import('./graphql.js').DeleteInputGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteProgram($id: ID!) {\n  deleteProgram(id: $id)\n}"): typeof import('./graphql.js').DeleteProgramDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FailureReports($programId: ID, $first: Int!, $after: String) {\n  failureReports(programId: $programId, first: $first, after: $after) {\n    nodes {\n      id\n      code\n      counts\n      message\n      createdAt\n      inputGroup {\n        id\n        name\n        state\n        program {\n          id\n          name\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.js').FailureReportsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InputGroups($programId: ID!, $state: InputGroupState, $namePrefix: String, $first: Int!, $after: String) {\n  inputGroups(\n    programId: $programId\n    state: $state\n    namePrefix: $namePrefix\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      id\n      name\n      state\n      inputCommitment\n      inputSha256\n      valueCount\n      attempts\n      provenAt\n      confirmedAt\n      rejections {\n        reason\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.js').InputGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UploadInputArchive($input: UploadInputArchiveInput!) {\n  uploadInputArchive(input: $input) {\n    ids\n    inputCommitments\n  }\n}"): typeof import('./graphql.js').UploadInputArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UploadInputGroups($input: UploadInputGroupsInput!) {\n  uploadInputGroups(input: $input) {\n    id\n    name\n    inputCommitment\n    inputSha256\n  }\n}"): typeof import('./graphql.js').UploadInputGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OwnPrograms($organizationId: ID!, $namePrefix: String, $first: Int!, $after: String) {\n  programs(\n    organizationId: $organizationId\n    namePrefix: $namePrefix\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      ...ProgramFacts\n      decisions {\n        rejected\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.js').OwnProgramsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ProgramById($id: ID!) {\n  program(id: $id) {\n    ...ProgramFacts\n  }\n}"): typeof import('./graphql.js').ProgramByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ProgramFacts on Program {\n  ...ProgramBasics\n  organization {\n    id\n    name\n  }\n  programHash\n  calldata\n  outputs {\n    name\n    type\n  }\n  leaseSeconds\n  executableUrl\n  executableSha256\n}"): typeof import('./graphql.js').ProgramFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ServerLimits {\n  serverInfo {\n    maxArchiveBytes\n    maxInputBytes\n    maxInputArchiveBytes\n    maxProofBytes\n    maxPageSize\n  }\n}"): typeof import('./graphql.js').ServerLimitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UploadProgram($input: UploadProgramInput!) {\n  uploadProgram(input: $input) {\n    ...ProgramFacts\n  }\n}"): typeof import('./graphql.js').UploadProgramDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ProofById($id: ID!) {\n  proof(id: $id) {\n    ...ProofFacts\n    proveSeconds\n    inputGroup {\n      rejections {\n        proofSha256\n        reason\n        rejectedAt\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ProofByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ProofFacts on Proof {\n  id\n  state\n  sha256\n  size\n  programHash\n  inputCommitment\n  inputBinding\n  bound\n  output\n  steps\n  provenRows\n  securityBits\n  donorKey\n  submittedAt\n  decidedAt\n  url\n  inputGroup {\n    id\n    name\n    inputUrl\n    inputSha256\n    valueCount\n    program {\n      ...ProgramFacts\n    }\n  }\n}"): typeof import('./graphql.js').ProofFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Proofs($programId: ID, $state: ProofState, $first: Int!, $after: String) {\n  proofs(programId: $programId, state: $state, first: $first, after: $after) {\n    totalCount\n    nodes {\n      ...ProofFacts\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.js').ProofsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription ProofSubmitted {\n  proofSubmitted {\n    node {\n      id\n      inputGroup {\n        id\n        program {\n          id\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ProofSubmittedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ProgramPulse($programId: ID!) {\n  proofs(programId: $programId, first: 50, order: NEWEST) {\n    nodes {\n      submittedAt\n    }\n  }\n}"): typeof import('./graphql.js').ProgramPulseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ServerGreeting {\n  serverInfo {\n    version\n    registrationOpen\n  }\n}"): typeof import('./graphql.js').ServerGreetingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ApiTokenFacts on ApiToken {\n  id\n  name\n  scopes\n  createdAt\n  expiresAt\n  lastUsedAt\n}\n\nquery ApiTokens {\n  apiTokens {\n    ...ApiTokenFacts\n  }\n}\n\nmutation CreateApiToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    token\n    apiToken {\n      ...ApiTokenFacts\n    }\n  }\n}\n\nmutation RevokeApiToken($id: ID!) {\n  revokeApiToken(id: $id)\n}"): typeof import('./graphql.js').ApiTokenFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription WatchProofs($programId: ID, $after: String) {\n  proofSubmitted(programId: $programId, after: $after) {\n    cursor\n    node {\n      ...ProofFacts\n    }\n  }\n}"): typeof import('./graphql.js').WatchProofsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment WebhookFacts on Webhook {\n  id\n  url\n  events\n  createdAt\n}\n\nfragment DeliveryFacts on WebhookDelivery {\n  id\n  event\n  state\n  attempts\n  lastStatus\n  lastError\n  createdAt\n  finishedAt\n  nextAttemptAt\n}\n\nquery Webhooks {\n  webhooks {\n    ...WebhookFacts\n  }\n}\n\nquery WebhookDeliveries($webhookId: ID!) {\n  webhookDeliveries(webhookId: $webhookId) {\n    ...DeliveryFacts\n  }\n}\n\nmutation AddWebhook($input: AddWebhookInput!) {\n  addWebhook(input: $input) {\n    secret\n    webhook {\n      ...WebhookFacts\n    }\n  }\n}\n\nmutation RemoveWebhook($id: ID!) {\n  removeWebhook(id: $id)\n}\n\nmutation RotateWebhookSecret($id: ID!) {\n  rotateWebhookSecret(id: $id) {\n    secret\n    webhook {\n      ...WebhookFacts\n    }\n  }\n}\n\nmutation TestWebhook($id: ID!) {\n  testWebhook(id: $id) {\n    ...DeliveryFacts\n  }\n}"): typeof import('./graphql.js').WebhookFactsFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
