select samples.text, languages.code
from {{ ref('int_writing_samples') }} as samples
join {{ source('app', 'languages') }} as languages on languages.id = samples.language_id
where samples.author_may_train
