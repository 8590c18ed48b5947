export { choiceOption } from './cli/choice-option.js';
export { CliContext, type CliWorld } from './cli/cli-context.js';
export { main } from './cli/main.js';
export { type ReportedError, reportError } from './cli/report-error.js';
export { runCli } from './cli/run-cli.js';
export { addCompletion } from './completion/add-completion.js';
export { checkPageSizes } from './config/check-page-sizes.js';
export {
  type ClientSettings,
  loadClientSettings,
  type SettingPlaces,
} from './config/load-client-settings.js';
export { readConfigFile } from './config/read-config-file.js';
export { defaultCpus, readCpus } from './config/read-cpus.js';
export { readPageSize } from './config/read-page-size.js';
export { resolveSetting, SettingProblem } from './config/resolve-setting.js';
export type { Setting, SettingOrigin, SettingSource } from './config/setting-source.js';
export { ClientError, type ClientErrorParts } from './errors/client-error.js';
export { ExitCode } from './errors/exit-code.js';
export { fromProverFailure } from './errors/from-prover-failure.js';
export { InterruptedError } from './errors/interrupted-error.js';
export { NothingToDoError } from './errors/nothing-to-do-error.js';
export { isRefusal, ServerRefusedError } from './errors/server-refused-error.js';
export { ServerUnreachableError } from './errors/server-unreachable-error.js';
export { UnexpectedAnswerError } from './errors/unexpected-answer-error.js';
export { UsageError } from './errors/usage-error.js';
export { type DownloadedFile, type DownloadRequest, downloadFile } from './files/download-file.js';
export { replacePrivately } from './files/private-file.js';
export { sendUpload } from './files/send-upload.js';
export { sha256OfFile } from './files/sha256-of-file.js';
export { FileUpload } from './graphql/file-upload.js';
export { GraphqlClient, type GraphqlClientOptions } from './graphql/graphql-client.js';
export type { GraphqlDocument } from './graphql/graphql-document.js';
export type { RequestOptions } from './graphql/send-request.js';
export { type ServerAddress, serverAddress } from './graphql/server-address.js';
export type { ConnectionState, SubscribeOptions } from './graphql/subscribe.js';
export { findKey, type KeyFile, readOrMakeKey, type SigningKey } from './keys/key-file.js';
export { cutToWidth } from './output/cut-to-width.js';
export {
  formatBytes,
  formatCount,
  formatDuration,
  formatNumberOf,
  formatPercent,
} from './output/format-amounts.js';
export { type Column, formatTable } from './output/format-table.js';
export { jsonLine } from './output/json-line.js';
export { localTime } from './output/local-time.js';
export { Output, type Style, type TextStream } from './output/output.js';
export { parseBytes } from './output/parse-bytes.js';
export { isTransient, type RetryOptions, retryDelay, retryTransient } from './retry/retry-transient.js';
