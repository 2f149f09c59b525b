-- No unit's least pay is more than its most.
select * from {{ ref('pay_by_unit') }} where least > most
