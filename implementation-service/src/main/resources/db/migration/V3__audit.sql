create trigger audited after insert or update or delete on action
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on activity
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on deliverable
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on travel_leg
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on carbon_offset
    for each row execute function audit_change('id');
