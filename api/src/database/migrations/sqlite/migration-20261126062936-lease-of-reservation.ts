import { Migration } from '@mikro-orm/migrations';

/** A reservation keeps its lease when the program's is changed. */
export class LeaseOfReservation extends Migration {
  override name = '20261126062936-lease-of-reservation';

  override up(): void {
    this.addSql(`alter table \`reservation\` add column \`lease_seconds\` integer not null default 60;`);
    this.addSql(
      `update reservation set lease_seconds = (select p.lease_seconds from program p join input_group g on g.program_id = p.id where g.id = reservation.input_group_id);`,
    );
  }
}
