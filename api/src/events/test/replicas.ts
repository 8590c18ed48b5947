import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSecrets, randomSecrets } from '../../config/stored-secrets.js';
import { TestBucket } from '../../files/s3/test/test-bucket.js';
import { bucketSettings } from '../../test/bucket-settings.js';
import { askGraphql, TestFile } from '../../test/graphql-caller.js';
import { dropDatabase, mysqlTestPlace, mysqlTestUrl } from '../../test/mysql-admin.js';
import { proofFixture } from '../../test/proof-fixture.js';
import { ServerProcess } from '../../test/server-process.js';
import { service } from '../../test/services.js';
import { tempFolder } from '../../test/temp-folder.js';

/** What a reservation over GraphQL gives. */
export interface Held {
  readonly id: string;
  readonly token: string;
  readonly inputGroup: { readonly id: string; readonly name: string };
}

const COUNT = 3;

/** Three processes behind no balancer, each with a data folder of its own: a request chooses the one it goes to. */
export class Replicas implements AsyncDisposable {
  private constructor(
    private readonly database: string,
    private readonly folder: Awaited<ReturnType<typeof tempFolder>>,
    private readonly bucket: TestBucket,
    private readonly processes: readonly ServerProcess[],
    readonly urls: readonly string[],
  ) {}

  /** @param database - its name, which no other test has. */
  static async start(database: string, env: NodeJS.ProcessEnv = {}): Promise<Replicas> {
    const folder = await tempFolder();
    const bucket = await TestBucket.make();
    const shared = {
      ...(await sharedFiles(folder.path, bucket)),
      CAIRN_REDIS_URL: service('redis').url,
      DOCKERIZED_DATABASE_URL: mysqlTestUrl(database),
      ...env,
    };
    const processes = Array.from({ length: COUNT }, (_, n) =>
      ServerProcess.start(dataOf(folder.path, n), shared),
    );
    const urls = await Promise.all(processes.map((replica) => replica.url()));
    return new Replicas(database, folder, bucket, processes, urls);
  }

  dataOf(replica: number): string {
    return dataOf(this.folder.path, replica);
  }

  /** Asks one of them for one thing that must go well. */
  async ask<T>(replica: number, query: string, variables = {}, asker = {}): Promise<T> {
    const { data, errors } = await askGraphql(this.urls[replica] ?? '', query, variables, asker);
    if (errors.length > 0) throw new Error(`replica ${replica} answered ${JSON.stringify(errors)}`);
    return Object.values(data ?? {})[0] as T;
  }

  /** A new organization's program with groups of these inputs, in order. Each step at another replica. */
  async publish(csvs: readonly string[]): Promise<{ programId: string; token: string }> {
    const { builtArchive } = await proofFixture();
    const account = { username: 'ada', password: 'correct horse', name: 'Ada', description: '' };
    const register = 'mutation ($i: RegisterInput!) { register(input: $i) { basicToken { token } } }';
    const session = await this.ask<{ basicToken: { token: string } }>(0, register, { i: account });
    const { token } = session.basicToken;
    const upload = 'mutation ($i: UploadProgramInput!) { uploadProgram(input: $i) { id } }';
    const program = { name: 'Sums', description: '', leaseSeconds: 60, archive: new TestFile(builtArchive) };
    const { id: programId } = await this.ask<{ id: string }>(1, upload, { i: program }, { token });
    const groups = csvs.map((csv, n) => ({ name: `group ${n}`, file: new TestFile(csv) }));
    const add = 'mutation ($i: UploadInputGroupsInput!) { uploadInputGroups(input: $i) { id } }';
    await this.ask(2, add, { i: { programId, groups } }, { token });
    return { programId, token };
  }

  reserve(replica: number, programId: string, clientKey: string): Promise<Held> {
    const query = `mutation ($i: ReserveInput!) {
      reserveInputGroup(input: $i) { id token inputGroup { id name } } }`;
    return this.ask(replica, query, { i: { kind: 'EXECUTE_AND_PROVE', clientKey, programId } });
  }

  /** Hands in the proof of a held group; returns the proof's id. */
  async submit(replica: number, { inputGroup, token }: Held, proof: Buffer): Promise<string> {
    const submit = 'mutation ($i: SubmitProofInput!) { submitProof(input: $i) { id } }';
    const input = { inputGroupId: inputGroup.id, token, proof: new TestFile(proof) };
    return (await this.ask<{ id: string }>(replica, submit, { i: input })).id;
  }

  /** As the death of its machine would end it. */
  async kill(replica: number): Promise<void> {
    await this.processes[replica]?.[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const replica of this.processes) await replica[Symbol.asyncDispose]();
    await dropDatabase(mysqlTestPlace(this.database));
    await this.bucket[Symbol.asyncDispose]();
    await this.folder[Symbol.asyncDispose]();
  }
}

const dataOf = (folder: string, replica: number) => join(folder, `replica ${replica}`);

/** What an operator mounts into each of them: the settings and the secrets. */
async function sharedFiles(folder: string, bucket: TestBucket) {
  const secrets = join(folder, 'secrets.json');
  await writeFile(secrets, formatSecrets(randomSecrets()));
  return { ...(await bucketSettings(folder, bucket)), CAIRN_SECRETS_FILE: secrets };
}
