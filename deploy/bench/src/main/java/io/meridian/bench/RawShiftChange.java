package io.meridian.bench;

/**
 * The limit of a shift change: one SQL transaction that writes as many offers, moves the owners and
 * writes an outbox row for each, in tables of its own beside the service's.
 */
final class RawShiftChange {

  private static final String CHANGE =
      """
      with change as (select gen_random_uuid() as id),
           o as (insert into raw.offer select gen_random_uuid(), change.id, e.id, e.owner, 'tam-b', 'OFFERED', now(),
                   now() + interval '15 minutes' from raw.escalation e, change returning *),
           u as (update raw.escalation set owner = 'tam-b')
      insert into raw.outbox (id, topic, key, type, source, sequence, data, occurred_at)
      select id, 'meridian.handoffs', escalation_id::text, 'offered', '/raw', 1,
             json_build_object('id', id, 'shiftChangeId', shift_change, 'escalationId', escalation_id, 'from', from_tam,
               'to', to_tam, 'state', state, 'offeredAt', offered_at, 'acceptBy', accept_by)::text, now() from o""";

  private final BenchHouse house;

  RawShiftChange(BenchHouse house, int open) {
    this.house = house;
    house.execute(
        "handoff",
        "create schema raw",
        "create table raw.escalation (id uuid primary key, owner text not null, severity text not null)",
        """
        create table raw.offer (id uuid primary key, shift_change uuid not null, escalation_id uuid not null,
          from_tam text not null, to_tam text not null, state text not null, offered_at timestamptz not null,
          accept_by timestamptz not null, unique (shift_change, escalation_id))""",
        "create table raw.outbox (like public.outbox including all)",
        "insert into raw.escalation select gen_random_uuid(), 'tam-a', 'SEV2' from generate_series(1, "
            + open
            + ")");
  }

  double seconds() {
    house.execute(
        "handoff",
        "truncate raw.outbox, raw.offer",
        "update raw.escalation set owner = 'tam-a'",
        "vacuum raw.escalation");
    long start = System.nanoTime();
    house.execute("handoff", CHANGE);
    return (System.nanoTime() - start) / 1e9;
  }
}
