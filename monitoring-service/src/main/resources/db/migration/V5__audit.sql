create trigger audited after insert or update or delete on evaluation
    for each row execute function audit_change('id');
