-- Standings set by hand, and who agreed (SPEC section 5; RULES 1, 10, 51). Everything here is appended, nothing is
-- updated. A run keeps the numbers of the overrides it read among its rows.

-- grain: one override as it was proposed; key: override, counts up from 1; written by: override
-- tier: null for an exclusion; role: empty but for providers
-- until_day: it holds for evaluations whose evaluation day is not later
-- checksum: CRC-32C of everything but created_at
create table base.standing_override (
  override bigint not null,
  programme varchar(64) not null,
  entity_kind varchar(64) not null,
  entity_id varchar(64) not null,
  role varchar(32) not null,
  tier varchar(200),
  reason varchar(1000) not null,
  until_day date not null,
  created_at timestamp(3) with time zone not null,
  checksum bigint not null,
  constraint pk_standing_override primary key (override)
);

-- grain: one thing that became of an override; the last one is its status; written by: override, approve, reject
-- checksum: CRC-32C of override, status and person
create table base.override_event (
  event bigint generated always as identity,
  override bigint not null,
  status varchar(16) not null,
  person varchar(200),
  happened_at timestamp(3) with time zone not null,
  checksum bigint not null,
  constraint pk_override_event primary key (event),
  constraint ck_override_event_status check (status in ('proposed', 'approved', 'rejected'))
);

create index base.override_event_override on base.override_event (override, event);

-- Whoever evaluates again what nobody put a name to, and gets the same run, gives it theirs: it is proposed by the first
-- who did. No view says AND: H2 tells its text in the order of its plan, and a copy of the store would seem to differ.
-- [jooq ignore start]
create or replace view public.runs as
select
  r.run as run,
  r.programme as programme,
  r.edition as edition,
  r.period as period,
  r.first_day as first_day,
  r.last_day as last_day,
  r.as_of as as_of,
  r.batch as batch,
  (
    select e.status
    from base.run_event as e
    where e.run = r.run
    order by e.event desc
    fetch first row only
  ) as status,
  r.entities as entities,
  r.before_run as before_run,
  (
    select case when e.status = 'proposed' then e.person end
    from base.run_event as e
    where e.run = r.run
    order by
      case when e.status = 'proposed' then case when e.person is null then 1 else 0 end else 1 end,
      e.event
    fetch first row only
  ) as proposed_by,
  (
    select case when e.status = 'approved' then e.person end
    from base.run_event as e
    where e.run = r.run
    order by e.event desc
    fetch first row only
  ) as approved_by
from base.run as r;
-- [jooq ignore stop]
