create table evaluation (
    id              uuid primary key,
    version         bigint  not null,
    action_code     text    not null,
    activity_number integer,
    audience        text    not null,
    question        text    not null,
    score           integer not null,
    responses       integer not null,
    collected_on    date    not null,
    provenance      text,
    unique nulls not distinct (action_code, activity_number, audience, question, score, collected_on)
);
comment on table evaluation is 'How many answered a question about an Activity (or a whole Action) with a score, on a day. Never who.';
comment on column evaluation.activity_number is 'Null: the whole Action.';

create table feedback (
    id              uuid primary key,
    action_code     text not null,
    activity_number integer,
    audience        text not null,
    given_by        text not null,
    unique nulls not distinct (action_code, activity_number, audience, given_by)
);
comment on table feedback is 'Who has answered for themselves, so that nobody does so twice; what they answered is not kept with it.';

create table annual_report (
    year         integer primary key,
    published_at timestamptz not null,
    published_by text        not null,
    figures      json        not null
);
comment on table annual_report is 'Published reports: their figures as they were known at the time of publication, for good.';

create table printed_figure (
    figure     text    not null,
    year       integer not null,
    note       text    not null,
    printed    text    not null,
    computed   text,
    rounding   text    not null,
    verdict    text    not null,
    source     text    not null,
    primary key (figure, year, note, source)
);
comment on table printed_figure is 'What published reports print; the ledger compares it with what is computed.';
create index printed_figure_by_year on printed_figure (year, figure, note, source);
