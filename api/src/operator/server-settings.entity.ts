import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** The id of the one row. */
export const SERVER_SETTINGS_ID = 'server';

/** What the operator has changed about the server while it runs: one row, or none while everything is as it came. */
@Entity()
export class ServerSettings {
  @PrimaryKey({ type: 'string', length: 16 })
  id!: string;

  @Property({ type: 'boolean' })
  registrationClosed!: boolean;
}
