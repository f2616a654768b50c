-- The file of printed figures is the only owner of the ledger's entries, and it names one by figure, year and note. With the source in
-- the key, a source that was put right left the old entry beside the new one; of such, the one written last stays.
delete from printed_figure
where ctid in (
    select ctid
    from (
        select ctid, row_number() over (partition by figure, year, note order by age(xmin), ctid desc) as place
        from printed_figure
    ) entry
    where place > 1);

drop index printed_figure_by_year;
alter table printed_figure drop constraint printed_figure_pkey, add primary key (figure, year, note);
create index printed_figure_by_year on printed_figure (year, figure, note);
