create trigger audited after insert or update or delete on authority
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on request
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on action_fiche
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on opinion
    for each row execute function audit_change('request_id');
create trigger audited after insert or update or delete on endorsement
    for each row execute function audit_change('fiche_id');
