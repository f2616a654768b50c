-- Requests from the %1$d-th to the %2$d-th, older than what is made meanwhile: drafts, or of all statuses but drafts.
insert into request (id, version, reference, title, problem, support, authority_keys, countries, regions, themes, languages, status,
    submitted_on, decided_on)
select ('01a1f000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 1,
    case when not %3$b then extract(year from day) || '-' || i + 100000 end,
    'Document security at land borders ' || i,
    repeat('Forged travel documents are hard to find at the land borders. ', 3), repeat('A curriculum for the border police academy. ', 3),
    array['cm-ministry-of-interior-cameroon'], array[case when %3$b then 'CM' else (array['CM', 'ML', 'BO', 'NG', 'GE', 'PH'])[i %% 6 + 1] end],
    array['AFRICA_CENTRAL_EASTERN_SOUTHERN'], '{DOCUMENT_SECURITY}', '{fr}',
    case when %3$b then 'DRAFT' when i %% 500 = 0 then 'ON_HOLD' when i %% 20 = 1 then 'UNDER_REVIEW' when i %% 5 = 2 then 'REJECTED' else 'APPROVED' end,
    case when not %3$b then day end,
    case when not %3$b then day + 60 end
from (select i, date '2009-01-01' + i %% 5800 as day from generate_series(%1$d, %2$d) i) as made;
