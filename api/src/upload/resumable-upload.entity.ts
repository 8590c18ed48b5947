import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Reservation } from '../reservation/reservation.entity.js';
import { UploadKind, type UploadState } from './resumable-upload.enums.js';

/** What a donor has announced and sends piece by piece. How far it is stands in its pieces alone. */
@Entity()
@Unique({ properties: ['reservation', 'kind'] })
@Index({ name: 'upload_deadlines', properties: ['expiresAt'] })
@Index({ name: 'upload_networks', properties: ['addressHash'] })
@ObjectType({ description: 'A file that is sent piece by piece, and goes on where a connection broke.' })
export class ResumableUpload {
  @Field(() => ID, { description: 'What `submitExecution` and `submitProof` take as `uploadId`.' })
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => Reservation, { deleteRule: 'cascade' })
  reservation!: Rel<Reservation>;

  @Field(() => UploadKind, { description: 'What it is to be handed in as.' })
  @Property({ type: 'string', length: 16 })
  kind!: UploadKind;

  @Field(() => Float, { description: 'Bytes of the whole file (an integer).' })
  @Property({ type: new BigIntType('number') })
  size!: number;

  @Field(() => String, { description: 'SHA-256 that the whole file must have, in hex.' })
  @Property({ type: 'string', length: 64 })
  sha256!: string;

  @Property({ type: 'string', length: 16 })
  state!: UploadState;

  /** Keyed hash of the network that began it: see `donorNetwork`. */
  @Property({ type: 'string', length: 64 })
  addressHash!: string;

  /** The request that appends to it now, and until when that holds unless it is said again. */
  @Property({ type: 'string', length: 36, nullable: true })
  writer!: string | null;

  @Property({ type: 'Date', length: 3, nullable: true })
  writerUntil!: Date | null;

  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, {
    description:
      'Until then it is kept: an hour from the last piece that came, a day from its beginning at most.',
  })
  @Property({ type: 'Date', length: 3 })
  expiresAt!: Date;

  @Field(() => Float, { description: 'Bytes that the server has, from the first on: go on from here.' })
  @Property({ type: 'number', persist: false })
  offset?: number;

  @Field(() => Boolean, { description: 'Whether all bytes are here and have the hash: hand it in.' })
  @Property({ type: 'boolean', persist: false })
  complete?: boolean;

  @Field(() => Boolean, {
    description:
      'Whether another request sends bytes of it now: PATCH is refused until that has ended, or has been silent for 15 s.',
  })
  @Property({ type: 'boolean', persist: false })
  beingSent?: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Where PATCH takes bytes and HEAD tells the offset, for five minutes; relative to the server's root. Ask again for another. Null once it is complete.",
  })
  @Property({ type: 'string', persist: false })
  url?: string | null;
}
