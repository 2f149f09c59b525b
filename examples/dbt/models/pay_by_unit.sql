-- Yearly pay by bargaining unit, of classes that have pay.
select
    jurisdiction || '/' || bargaining_unit_code as unit_key,
    bargaining_unit,
    count(*) as classes,
    min(yearly_min) as least,
    max(yearly_max) as most
from {{ source('specs', 'current_class') }}
where yearly_max is not null and bargaining_unit_code is not null
group by all
