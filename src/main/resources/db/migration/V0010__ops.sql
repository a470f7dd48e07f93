create schema ops;

-- Who did what, to what, when. Only ever added to.
create table ops.audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text not null,
    action  text not null,
    subject text not null,
    note    text not null default ''
);

create index audit_subject on ops.audit (subject, id desc);

-- The shape db-scheduler 16 asks for.
create table ops.job (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index job_execution_time on ops.job (execution_time);
create index job_last_heartbeat on ops.job (last_heartbeat);
