-- What the service asks for when a manager lists requests; 21 tell whether there is a next page.
select r.id, r.version, r.reference, r.status, r.title, r.authority_keys, r.countries, r.themes, r.submitted_on, r.decided_on, r.action_name
from request r where true and true order by r.id desc limit 21;
