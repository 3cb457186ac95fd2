select sender_may_train as author_may_train, language_id, body as text
from {{ source('app', 'messages') }}
where sent_on >= '2025-11-03'
