-- What the service does when a draft is submitted, statement by statement.
\set i :i + 1
\set n :base + :i * :clients + :client_id - :clients + 1
begin;
select * from bench.request r where true and (r.id = bench.draft(:n) or r.reference = cast(:n as text)) for no key update of r;
select request_id, number, reason, held_on, resumed_on, waiting_for from bench.request_hold where request_id = bench.draft(:n);
update bench.reference_counter set last = last + 1 where year = 2017 returning last \gset
insert into bench.event_log (id, aggregate_type, aggregate_id, version, type, payload, actor, address, traceparent, recorded_at)
values (bench.event(:n), 'request', bench.draft(:n), 2, 'request-submitted',
    '{"id": "01a201c3-9afc-7581-aca5-3cde04d59708", "reference": "2026-01", "title": "Document security at land borders", "authorityKeys": ["cm-ministry-of-interior-cameroon"], "countries": ["CM"], "themes": ["DOCUMENT_SECURITY"], "status": "SUBMITTED", "submittedOn": "2026-11-22", "decidedOn": null, "actionName": null, "provenance": null, "dueOn": "2027-02-22", "holds": []}'::jsonb,
    'manager', '127.0.0.1', null, now());
insert into bench.outbox_queue (event_id) values (bench.event(:n));
update bench.request set action_name = null, authority_keys = '{cm-ministry-of-interior-cameroon}', countries = '{CM}', decided_by = null, decided_by_name = null, decided_on = null, decision_note = null, languages = '{}',
    problem = 'Forged travel documents are hard to find at the land borders, where officers have neither the equipment nor the training that those at the airports have.',
    provenance = null, reference = '2017-' || cast(:last as text), regions = '{AFRICA_CENTRAL_EASTERN_SOUTHERN}', resumes_as = null, status = 'SUBMITTED', submitted_on = current_date,
    support = 'A curriculum for the border police academy, written together with officers who teach the subject elsewhere, and a first course held by them.',
    themes = '{DOCUMENT_SECURITY}', title = 'Document security at land borders', version = 2, warned_days_before = null, warned_for = null, wished_start = null
where id = bench.draft(:n);
update bench.request_entry set status = 'SUBMITTED', reference = '2017-' || cast(:last as text), submitted_on = current_date, decided_on = null
where request_id = bench.draft(:n)
    and value = any('{authority=cm-ministry-of-interior-cameroon,country=CM,region=AFRICA_CENTRAL_EASTERN_SOUTHERN,theme=DOCUMENT_SECURITY}'::text[]);
commit;
