import type { BrowseOrganizationsQuery, BrowseProgramsQuery } from '@cairn/shared-schema/donor';
import { LOADING, type Loaded, loadInto, ValueStore } from '@cairn/tui-kit/screen';
import type { PageSizes } from '../../server/all-nodes.js';
import type { DonorApi } from '../../server/donor-api.js';
import type { SelectionKeeper } from './selection-keeper.js';

export type BrowsedOrganization = BrowseOrganizationsQuery['organizations']['nodes'][number];
export type BrowsedProgram = BrowseProgramsQuery['programs']['nodes'][number];

type Source = Pick<DonorApi, 'browseOrganizations' | 'browsePrograms' | 'browseReadme'>;

/** Organizations, their programs and READMEs, read from the server when they are looked at. */
export class BrowseFeed {
  readonly organizations = new ValueStore<Loaded<readonly BrowsedOrganization[]>>(LOADING);
  readonly #programs = new Map<string, ValueStore<Loaded<readonly BrowsedProgram[]>>>();
  readonly #readmes = new Map<string, ValueStore<Loaded<string>>>();
  readonly #closing = new AbortController();

  constructor(
    private readonly source: Source,
    /** Whom the person wants to work for. */
    readonly wishes: SelectionKeeper,
    private readonly pageSizes: () => PageSizes,
  ) {}

  loadOrganizations(): Promise<void> {
    return this.#load(this.organizations, () =>
      this.source.browseOrganizations(this.pageSizes(), this.#closing.signal),
    );
  }

  programs(organizationId: string): ValueStore<Loaded<readonly BrowsedProgram[]>> {
    return storeIn(this.#programs, organizationId);
  }

  loadPrograms(organizationId: string): Promise<void> {
    return this.#load(this.programs(organizationId), () =>
      this.source.browsePrograms(organizationId, this.pageSizes(), this.#closing.signal),
    );
  }

  readme(programId: string): ValueStore<Loaded<string>> {
    return storeIn(this.#readmes, programId);
  }

  loadReadme(programId: string): Promise<void> {
    return this.#load(this.readme(programId), () =>
      this.source.browseReadme(programId, this.#closing.signal),
    );
  }

  close(): void {
    this.#closing.abort();
  }

  #load<Value>(store: ValueStore<Loaded<Value>>, ask: () => Promise<Value>): Promise<void> {
    return loadInto(store, ask, this.#closing.signal);
  }
}

function storeIn<Value>(
  stores: Map<string, ValueStore<Loaded<Value>>>,
  key: string,
): ValueStore<Loaded<Value>> {
  const store = stores.get(key) ?? new ValueStore<Loaded<Value>>(LOADING);
  stores.set(key, store);
  return store;
}
