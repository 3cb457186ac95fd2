select languages.code, count(*) as samples
from {{ ref('stg_posts') }} as posts
join {{ source('app', 'languages') }} as languages on languages.id = posts.language_id
group by languages.code
