select author_may_train, language_id, text
from {{ ref('stg_messages') }}
where length(text) > 40
