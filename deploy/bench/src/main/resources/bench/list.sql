-- What the service asks for when a manager lists requests; 21 tell whether there is a next page.
select * from request r where true order by r.id desc limit 21;
