-- The data sets of SPEC section 2 but orders: a table of versions each, and the views that SQL reads.
-- A row holds from batch_in until before batch_out (null: still); line is where it stood in that batch's file.
-- The views show the rows as of the batch in the session's variable @batch: what is seen is what was published.
-- Kept in step with dev.partnerops.dataset.DataSets by a test. DAY and VALUE are words of SQL, hence the quotes.

-- grain: one version of one row of merchants; key: merchant_id, batch_in; written by: import
create table base.merchants (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  merchant_id varchar(64) not null,
  name varchar(4000) not null,
  shop_type varchar(64) not null,
  category varchar(4000),
  region varchar(4000),
  licence_no varchar(64),
  joined_on date not null,
  status varchar(64),
  constraint pk_merchants primary key (merchant_id, batch_in)
);

-- grain: one version of one row of providers; key: provider_id, role, batch_in; written by: import
create table base.providers (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  provider_id varchar(64) not null,
  name varchar(4000) not null,
  role varchar(64) not null,
  applied_on date,
  admitted_on date,
  status varchar(64),
  constraint pk_providers primary key (provider_id, role, batch_in)
);

-- grain: one version of one row of promoters; key: promoter_id, batch_in; written by: import
create table base.promoters (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  promoter_id varchar(64) not null,
  name varchar(4000) not null,
  followers bigint,
  joined_on date,
  status varchar(64),
  constraint pk_promoters primary key (promoter_id, batch_in)
);

-- grain: one version of one row of leaders; key: leader_id, batch_in; written by: import
create table base.leaders (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  leader_id varchar(64) not null,
  name varchar(4000) not null,
  kind varchar(64),
  joined_on date,
  status varchar(64),
  constraint pk_leaders primary key (leader_id, batch_in)
);

-- grain: one version of one row of affiliations; key: provider_id, role, subject_type, subject_id, from_on, batch_in; written by: import
create table base.affiliations (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  provider_id varchar(64) not null,
  role varchar(64) not null,
  subject_type varchar(64) not null,
  subject_id varchar(64) not null,
  from_on date not null,
  to_on date,
  constraint pk_affiliations primary key (provider_id, role, subject_type, subject_id, from_on, batch_in)
);

-- grain: one version of one row of products; key: sku_id, batch_in; written by: import
-- unit: price in yuan
create table base.products (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  sku_id varchar(64) not null,
  merchant_id varchar(64) not null,
  name varchar(4000),
  category varchar(4000),
  price decimal(18, 2),
  stock bigint,
  hot boolean,
  pool_listed_on date,
  pool_delisted_on date,
  constraint pk_products primary key (sku_id, batch_in)
);

-- grain: one version of one row of sessions; key: session_id, batch_in; written by: import
create table base.sessions (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  session_id varchar(64) not null,
  promoter_id varchar(64) not null,
  base_provider_id varchar(64),
  started_at timestamp(0) with time zone not null,
  ended_at timestamp(0) with time zone,
  constraint pk_sessions primary key (session_id, batch_in)
);

-- grain: one version of one row of bookings; key: booking_id, batch_in; written by: import
-- unit: amount in yuan
create table base.bookings (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  booking_id varchar(64) not null,
  leader_id varchar(64) not null,
  promoter_id varchar(64) not null,
  merchant_id varchar(64),
  sku_id varchar(64),
  scheduled_at timestamp(0) with time zone not null,
  status varchar(64) not null,
  amount decimal(18, 2),
  constraint pk_bookings primary key (booking_id, batch_in)
);

-- grain: one version of one row of courses; key: course_id, batch_in; written by: import
create table base.courses (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  course_id varchar(64) not null,
  provider_id varchar(64) not null,
  title varchar(4000),
  published_on date not null,
  constraint pk_courses primary key (course_id, batch_in)
);

-- grain: one version of one row of enrolments; key: course_id, merchant_id, batch_in; written by: import
create table base.enrolments (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  course_id varchar(64) not null,
  merchant_id varchar(64) not null,
  enrolled_on date not null,
  completed_on date,
  rating bigint,
  constraint pk_enrolments primary key (course_id, merchant_id, batch_in)
);

-- grain: one version of one row of violations; key: violation_id, batch_in; written by: import
create table base.violations (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  violation_id varchar(64) not null,
  subject_type varchar(64) not null,
  subject_id varchar(64) not null,
  occurred_on date not null,
  severity varchar(64) not null,
  points decimal(38, 10) not null,
  status varchar(64),
  constraint pk_violations primary key (violation_id, batch_in)
);

-- grain: one version of one row of promotions; key: "DAY", merchant_id, batch_in; written by: import
-- unit: spend, gmv in yuan
create table base.promotions (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  "DAY" date not null,
  merchant_id varchar(64) not null,
  spend decimal(18, 2) not null,
  impressions bigint,
  new_followers bigint,
  orders bigint,
  gmv decimal(18, 2),
  constraint pk_promotions primary key ("DAY", merchant_id, batch_in)
);

-- grain: one version of one row of tasks; key: campaign, "DAY", merchant_id, task, batch_in; written by: import
-- unit: reward in yuan
create table base.tasks (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  campaign varchar(64) not null,
  "DAY" date not null,
  merchant_id varchar(64) not null,
  task varchar(64) not null,
  users bigint,
  visits bigint,
  reward decimal(18, 2),
  constraint pk_tasks primary key (campaign, "DAY", merchant_id, task, batch_in)
);

-- grain: one version of one row of figures; key: metric, subject_type, subject_id, "DAY", batch_in; written by: import
create table base.figures (
  batch_in bigint not null,
  batch_out bigint,
  line integer not null,
  metric varchar(64) not null,
  subject_type varchar(64) not null,
  subject_id varchar(64) not null,
  "DAY" date not null,
  "VALUE" decimal(38, 10),
  numerator decimal(38, 10),
  denominator decimal(38, 10),
  constraint pk_figures primary key (metric, subject_type, subject_id, "DAY", batch_in)
);

-- jOOQ's parser knows no session variables.
-- [jooq ignore start]

-- grain: one row of merchants as of @batch; key: merchant_id
-- status: an empty one is active (RULES 28)
create view public.merchants as
select
  t.merchant_id as merchant_id,
  t.name as name,
  t.shop_type as shop_type,
  t.category as category,
  t.region as region,
  t.licence_no as licence_no,
  t.joined_on as joined_on,
  coalesce(t.status, 'active') as status
from base.merchants as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of merchants up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_merchants as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.merchant_id as merchant_id,
  t.name as name,
  t.shop_type as shop_type,
  t.category as category,
  t.region as region,
  t.licence_no as licence_no,
  t.joined_on as joined_on,
  t.status as status
from base.merchants as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of providers as of @batch; key: provider_id, role
-- status: an empty one is active, without admitted_on applicant (RULES 28)
create view public.providers as
select
  t.provider_id as provider_id,
  t.name as name,
  t.role as role,
  t.applied_on as applied_on,
  t.admitted_on as admitted_on,
  coalesce(t.status, case when t.admitted_on is null then 'applicant' else 'active' end) as status
from base.providers as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of providers up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_providers as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.provider_id as provider_id,
  t.name as name,
  t.role as role,
  t.applied_on as applied_on,
  t.admitted_on as admitted_on,
  t.status as status
from base.providers as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of promoters as of @batch; key: promoter_id
-- status: an empty one is active (RULES 28)
create view public.promoters as
select
  t.promoter_id as promoter_id,
  t.name as name,
  t.followers as followers,
  t.joined_on as joined_on,
  coalesce(t.status, 'active') as status
from base.promoters as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of promoters up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_promoters as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.promoter_id as promoter_id,
  t.name as name,
  t.followers as followers,
  t.joined_on as joined_on,
  t.status as status
from base.promoters as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of leaders as of @batch; key: leader_id
-- status: an empty one is active (RULES 28)
create view public.leaders as
select
  t.leader_id as leader_id,
  t.name as name,
  t.kind as kind,
  t.joined_on as joined_on,
  coalesce(t.status, 'active') as status
from base.leaders as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of leaders up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_leaders as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.leader_id as leader_id,
  t.name as name,
  t.kind as kind,
  t.joined_on as joined_on,
  t.status as status
from base.leaders as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of affiliations as of @batch; key: provider_id, role, subject_type, subject_id, from_on
create view public.affiliations as
select
  t.provider_id as provider_id,
  t.role as role,
  t.subject_type as subject_type,
  t.subject_id as subject_id,
  t.from_on as from_on,
  t.to_on as to_on
from base.affiliations as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of affiliations up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_affiliations as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.provider_id as provider_id,
  t.role as role,
  t.subject_type as subject_type,
  t.subject_id as subject_id,
  t.from_on as from_on,
  t.to_on as to_on
from base.affiliations as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of products as of @batch; key: sku_id
create view public.products as
select
  t.sku_id as sku_id,
  t.merchant_id as merchant_id,
  t.name as name,
  t.category as category,
  t.price as price,
  t.stock as stock,
  t.hot as hot,
  t.pool_listed_on as pool_listed_on,
  t.pool_delisted_on as pool_delisted_on
from base.products as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of products up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_products as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.sku_id as sku_id,
  t.merchant_id as merchant_id,
  t.name as name,
  t.category as category,
  t.price as price,
  t.stock as stock,
  t.hot as hot,
  t.pool_listed_on as pool_listed_on,
  t.pool_delisted_on as pool_delisted_on
from base.products as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of sessions as of @batch; key: session_id
create view public.sessions as
select
  t.session_id as session_id,
  t.promoter_id as promoter_id,
  t.base_provider_id as base_provider_id,
  t.started_at as started_at,
  t.ended_at as ended_at
from base.sessions as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of sessions up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_sessions as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.session_id as session_id,
  t.promoter_id as promoter_id,
  t.base_provider_id as base_provider_id,
  t.started_at as started_at,
  t.ended_at as ended_at
from base.sessions as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of bookings as of @batch; key: booking_id
create view public.bookings as
select
  t.booking_id as booking_id,
  t.leader_id as leader_id,
  t.promoter_id as promoter_id,
  t.merchant_id as merchant_id,
  t.sku_id as sku_id,
  t.scheduled_at as scheduled_at,
  t.status as status,
  t.amount as amount
from base.bookings as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of bookings up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_bookings as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.booking_id as booking_id,
  t.leader_id as leader_id,
  t.promoter_id as promoter_id,
  t.merchant_id as merchant_id,
  t.sku_id as sku_id,
  t.scheduled_at as scheduled_at,
  t.status as status,
  t.amount as amount
from base.bookings as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of courses as of @batch; key: course_id
create view public.courses as
select
  t.course_id as course_id,
  t.provider_id as provider_id,
  t.title as title,
  t.published_on as published_on
from base.courses as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of courses up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_courses as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.course_id as course_id,
  t.provider_id as provider_id,
  t.title as title,
  t.published_on as published_on
from base.courses as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of enrolments as of @batch; key: course_id, merchant_id
create view public.enrolments as
select
  t.course_id as course_id,
  t.merchant_id as merchant_id,
  t.enrolled_on as enrolled_on,
  t.completed_on as completed_on,
  t.rating as rating
from base.enrolments as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of enrolments up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_enrolments as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.course_id as course_id,
  t.merchant_id as merchant_id,
  t.enrolled_on as enrolled_on,
  t.completed_on as completed_on,
  t.rating as rating
from base.enrolments as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of violations as of @batch; key: violation_id
-- status: an empty one is confirmed (RULES 28)
create view public.violations as
select
  t.violation_id as violation_id,
  t.subject_type as subject_type,
  t.subject_id as subject_id,
  t.occurred_on as occurred_on,
  t.severity as severity,
  t.points as points,
  coalesce(t.status, 'confirmed') as status
from base.violations as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of violations up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_violations as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.violation_id as violation_id,
  t.subject_type as subject_type,
  t.subject_id as subject_id,
  t.occurred_on as occurred_on,
  t.severity as severity,
  t.points as points,
  t.status as status
from base.violations as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of promotions as of @batch; key: "DAY", merchant_id
create view public.promotions as
select
  t."DAY" as "DAY",
  t.merchant_id as merchant_id,
  t.spend as spend,
  t.impressions as impressions,
  t.new_followers as new_followers,
  t.orders as orders,
  t.gmv as gmv
from base.promotions as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of promotions up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_promotions as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t."DAY" as "DAY",
  t.merchant_id as merchant_id,
  t.spend as spend,
  t.impressions as impressions,
  t.new_followers as new_followers,
  t.orders as orders,
  t.gmv as gmv
from base.promotions as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of tasks as of @batch; key: campaign, "DAY", merchant_id, task
create view public.tasks as
select
  t.campaign as campaign,
  t."DAY" as "DAY",
  t.merchant_id as merchant_id,
  t.task as task,
  t.users as users,
  t.visits as visits,
  t.reward as reward
from base.tasks as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of tasks up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_tasks as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.campaign as campaign,
  t."DAY" as "DAY",
  t.merchant_id as merchant_id,
  t.task as task,
  t.users as users,
  t.visits as visits,
  t.reward as reward
from base.tasks as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- grain: one row of figures as of @batch; key: metric, subject_type, subject_id, "DAY"
create view public.figures as
select
  t.metric as metric,
  t.subject_type as subject_type,
  t.subject_id as subject_id,
  t."DAY" as "DAY",
  t."VALUE" as "VALUE",
  t.numerator as numerator,
  t.denominator as denominator
from base.figures as t
where t.batch_in <= @batch
  and (t.batch_out is null or t.batch_out > @batch);

-- grain: one version of one row of figures up to @batch; replaced_by is the batch that ended it, null while it holds
create view public.history_figures as
select
  t.batch_in as batch,
  b.file as file,
  t.line as line,
  case when t.batch_out <= @batch then t.batch_out end as replaced_by,
  t.metric as metric,
  t.subject_type as subject_type,
  t.subject_id as subject_id,
  t."DAY" as "DAY",
  t."VALUE" as "VALUE",
  t.numerator as numerator,
  t.denominator as denominator
from base.figures as t
left join base.batch as b
  on b.batch = t.batch_in
where t.batch_in <= @batch;

-- [jooq ignore stop]
