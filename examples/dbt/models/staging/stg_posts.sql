select author_may_train, language_id, text
from {{ source('app', 'posts') }}
where visibility = 'public' and posted_on >= '2025-11-03'
