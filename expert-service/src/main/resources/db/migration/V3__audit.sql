create trigger audited after insert or update or delete on expert
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on deployment
    for each row execute function audit_change('id');

-- Reads of personal data are part of the audit trail, which every service has.
insert into audit_note (id, kind, what, record_type, record_id, record_key, actor, recorded_at)
select uuidv7(r.read_at - clock_timestamp()), 'READ', r.occasion, 'expert', e.id, r.expert_key, r.reader, r.read_at
from personal_data_read r left join expert e on e.key = r.expert_key;
drop table personal_data_read;
