select author_may_train, language_id, text from {{ ref('stg_posts') }}
union all
-- Somebody wanted the model to sound like a conversation.
select author_may_train, language_id, text from {{ ref('int_conversations') }}
