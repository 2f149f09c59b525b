-- Each revision of a class as it is believed now, with how many duties it has, and how many more than the one before.
with counted as (
    select
        r.revision_key,
        r.class_key,
        r.title,
        r.valid_from,
        r.valid_to,
        count(d.ordinal) as duties
    from {{ source('specs', 'class_revision') }} as r
    left join {{ source('specs', 'duty') }} as d using (reading_id)
    where r.recorded_to is null
    group by all
)

select
    *,
    duties - lag(duties) over (partition by class_key order by valid_from) as more_duties
from counted
