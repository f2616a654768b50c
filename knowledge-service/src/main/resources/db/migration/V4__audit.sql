create trigger audited after insert or update or delete on publication
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on media_mention
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on channel_statistic
    for each row execute function audit_change('id');
